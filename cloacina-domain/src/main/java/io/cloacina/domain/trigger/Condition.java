package io.cloacina.domain.trigger;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonBoolean;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.util.stream.Stream;

/** A rule about one thing: how one task ended, or what one context key holds. */
public sealed interface Condition extends TriggerRule permits TaskCondition, ContextCondition {

    /** True when that task completed. It must be a dependency, directly or through others. */
    static Condition taskCompleted(String task) {
        return new TaskCondition(task, TaskStatus.COMPLETED);
    }

    /** True when that task failed. It must be a dependency, directly or through others. */
    static Condition taskFailed(String task) {
        return new TaskCondition(task, TaskStatus.FAILED);
    }

    /** True when that task was skipped. It must be a dependency, directly or through others. */
    static Condition taskSkipped(String task) {
        return new TaskCondition(task, TaskStatus.SKIPPED);
    }

    /**
     * True when the key is there, or is not.
     *
     * @param operator {@link Operator#EXISTS} or {@link Operator#NOT_EXISTS}
     * @throws RefusedArgumentException for any other operator: it needs something to compare with
     */
    static Condition contextValue(String key, Operator operator) {
        given(key, "the key of a context condition", "name a key of the context");
        if (given(operator, "the operator of a context condition", "give EXISTS or NOT_EXISTS")
                .takesOperand()) {
            throw new RefusedArgumentException(
                    "the operand of " + operator, "must be given", "say what to compare with, be it JsonNull.NULL");
        }
        return new ContextCondition(key, operator, JsonNull.NULL);
    }

    /**
     * True when the value of the key compares so with the operand. See {@link Operator} for absent keys and other types.
     *
     * @throws RefusedArgumentException if the operator takes no operand
     */
    static Condition contextValue(String key, Operator operator, JsonValue operand) {
        return new ContextCondition(key, operator, operand);
    }

    /** As {@link #contextValue(String, Operator, JsonValue)}, with a string. */
    static Condition contextValue(String key, Operator operator, String operand) {
        return contextValue(key, operator, new JsonString(operand));
    }

    /** As {@link #contextValue(String, Operator, JsonValue)}, with a number. */
    static Condition contextValue(String key, Operator operator, long operand) {
        return contextValue(key, operator, JsonNumber.of(operand));
    }

    /** As {@link #contextValue(String, Operator, JsonValue)}, with a boolean. */
    static Condition contextValue(String key, Operator operator, boolean operand) {
        return contextValue(key, operator, JsonBoolean.of(operand));
    }

    @Override
    default Stream<Condition> conditions() {
        return Stream.of(this);
    }

    @Override
    default boolean looksAtDependencies() {
        return false;
    }

    @Override
    default int levels() {
        return 1;
    }
}
