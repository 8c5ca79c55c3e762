package io.cloacina.simulation.check;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.simulation.plan.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges trigger rules by the words of the semantics.
 *
 * @param statuses how each task ended
 * @param dependencies the direct ones of the task that asks
 * @param input the context it would get
 */
record RuleJudge(Map<String, TaskStatus> statuses, List<String> dependencies, JsonObject input) {

    boolean holds(Rule rule) {
        return switch (rule.kind()) {
            case ALL_COMPLETED -> allAre(status -> status == TaskStatus.COMPLETED);
            case NONE_FAILED -> allAre(status -> status == TaskStatus.COMPLETED || status == TaskStatus.SKIPPED);
            case ANY_COMPLETED -> !allAre(status -> status != TaskStatus.COMPLETED);
            case ANY_FAILED -> !allAre(status -> status != TaskStatus.FAILED);
            case ALWAYS -> true;
            case ALL -> rule.parts().stream().allMatch(this::holds);
            case ANY -> rule.parts().stream().anyMatch(this::holds);
            case NONE -> rule.parts().stream().noneMatch(this::holds);
            case TASK_COMPLETED -> statuses.get(rule.name()) == TaskStatus.COMPLETED;
            case TASK_FAILED -> statuses.get(rule.name()) == TaskStatus.FAILED;
            case TASK_SKIPPED -> statuses.get(rule.name()) == TaskStatus.SKIPPED;
            case NUMBER_VALUE -> value(rule, JsonNumber.of(rule.operand()));
            case TEXT_VALUE -> value(rule, new JsonString("t" + rule.operand()));
        };
    }

    private boolean allAre(Predicate<TaskStatus> wanted) {
        return dependencies.stream()
                .map(id -> Objects.requireNonNull(statuses.get(id)))
                .allMatch(wanted);
    }

    private boolean value(Rule rule, JsonValue operand) {
        Optional<JsonValue> value = input.get(rule.name());
        return switch (rule.operator()) {
            case EXISTS -> value.isPresent();
            case NOT_EXISTS -> value.isEmpty();
            case EQUALS -> value.equals(Optional.of(operand));
            case NOT_EQUALS -> !value.equals(Optional.of(operand));
            case GREATER_THAN -> compared(value, operand) > 0;
            case LESS_THAN -> compared(value, operand) < 0;
            case CONTAINS -> contains(value, operand);
            case NOT_CONTAINS -> !contains(value, operand);
        };
    }

    /** Zero also where there is nothing to compare. */
    private static int compared(Optional<JsonValue> value, JsonValue operand) {
        return value.orElse(operand) instanceof JsonNumber left && operand instanceof JsonNumber right
                ? left.value().compareTo(right.value())
                : 0;
    }

    private static boolean contains(Optional<JsonValue> value, JsonValue operand) {
        return value.orElse(operand) instanceof JsonString whole
                && value.isPresent()
                && operand instanceof JsonString part
                && whole.value().contains(part.value());
    }
}
