package io.cloacina.domain.trigger;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Random trigger rules over given tasks and keys. */
public final class RuleCases {

    private static final List<JsonValue> VALUES = List.of(
            JsonNull.NULL,
            JsonNumber.of(1),
            JsonNumber.of(2),
            new JsonString("a"),
            new JsonString("ab"),
            JsonArray.of(JsonNumber.of(1), new JsonString("a")));

    private RuleCases() {}

    /** A rule of up to {@code levels} levels; conditions are about these tasks and keys, if there are any. */
    public static TriggerRule rule(SplittableRandom random, List<String> tasks, List<String> keys, int levels) {
        return switch (random.nextInt(levels > 1 ? 6 : 3)) {
            case 0 -> pick(random, List.of(DependencyRule.values()));
            case 1 -> tasks.isEmpty() ? DependencyRule.NONE_FAILED : taskCondition(random, tasks);
            case 2 -> keys.isEmpty() ? DependencyRule.ANY_FAILED : contextCondition(random, keys);
            default -> combination(random, tasks, keys, levels);
        };
    }

    private static TriggerRule taskCondition(SplittableRandom random, List<String> tasks) {
        List<TaskStatus> statuses = List.of(TaskStatus.COMPLETED, TaskStatus.FAILED, TaskStatus.SKIPPED);
        return new TaskCondition(pick(random, tasks), pick(random, statuses));
    }

    private static TriggerRule contextCondition(SplittableRandom random, List<String> keys) {
        Operator operator = pick(random, List.of(Operator.values()));
        JsonValue operand = operator.takesOperand() ? value(random) : JsonNull.NULL;
        return new ContextCondition(pick(random, keys), operator, operand);
    }

    private static TriggerRule combination(SplittableRandom random, List<String> tasks, List<String> keys, int levels) {
        List<TriggerRule> parts = Stream.generate(() -> rule(random, tasks, keys, levels - 1))
                .limit(random.nextInt(4))
                .toList();
        return new Combination(pick(random, List.of(Quantifier.values())), parts);
    }

    /** One of a few values of different kinds. */
    public static JsonValue value(SplittableRandom random) {
        return pick(random, VALUES);
    }

    /** One of these. */
    public static <T> T pick(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
