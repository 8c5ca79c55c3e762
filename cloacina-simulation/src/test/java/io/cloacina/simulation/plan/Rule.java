package io.cloacina.simulation.plan;

import io.cloacina.domain.trigger.Condition;
import io.cloacina.domain.trigger.Operator;
import io.cloacina.domain.trigger.TriggerRule;
import java.util.List;

/**
 * A trigger rule as data: made into the engine's, and judged by the oracle on its own.
 *
 * @param parts the rules of a combination
 * @param name the task or the context key of a condition; empty otherwise
 */
public record Rule(Kind kind, List<Rule> parts, String name, Operator operator, long operand) {

    /** Every kind of rule. */
    public enum Kind {
        ALL_COMPLETED,
        NONE_FAILED,
        ANY_COMPLETED,
        ANY_FAILED,
        ALWAYS,
        ALL,
        ANY,
        NONE,
        TASK_COMPLETED,
        TASK_FAILED,
        TASK_SKIPPED,
        NUMBER_VALUE,
        TEXT_VALUE
    }

    public static Rule of(Kind kind) {
        return new Rule(kind, List.of(), "", Operator.EXISTS, 0);
    }

    static Rule of(Kind kind, List<Rule> parts) {
        return new Rule(kind, List.copyOf(parts), "", Operator.EXISTS, 0);
    }

    static Rule ofTask(Kind kind, String task) {
        return new Rule(kind, List.of(), task, Operator.EXISTS, 0);
    }

    static Rule ofValue(Kind kind, String key, Operator operator, long operand) {
        return new Rule(kind, List.of(), key, operator, operand);
    }

    /** The rule as a user writes it. */
    TriggerRule toTriggerRule() {
        TriggerRule[] rules = parts.stream().map(Rule::toTriggerRule).toArray(TriggerRule[]::new);
        return switch (kind) {
            case ALL_COMPLETED -> TriggerRule.allCompleted();
            case NONE_FAILED -> TriggerRule.noneFailed();
            case ANY_COMPLETED -> TriggerRule.anyCompleted();
            case ANY_FAILED -> TriggerRule.anyFailed();
            case ALWAYS -> TriggerRule.always();
            case ALL -> TriggerRule.all(rules);
            case ANY -> TriggerRule.any(rules);
            case NONE -> TriggerRule.none(rules);
            case TASK_COMPLETED -> Condition.taskCompleted(name);
            case TASK_FAILED -> Condition.taskFailed(name);
            case TASK_SKIPPED -> Condition.taskSkipped(name);
            case NUMBER_VALUE -> value(operand);
            case TEXT_VALUE -> value("t" + operand);
        };
    }

    private TriggerRule value(Object given) {
        if (!operator.takesOperand()) {
            return Condition.contextValue(name, operator);
        }
        return given instanceof Long number
                ? Condition.contextValue(name, operator, number)
                : Condition.contextValue(name, operator, (String) given);
    }

    @Override
    public String toString() {
        return kind
                + (name.isEmpty() ? "" : "(" + name + " " + operator + " " + operand + ")")
                + (parts.isEmpty() ? "" : parts.toString());
    }
}
