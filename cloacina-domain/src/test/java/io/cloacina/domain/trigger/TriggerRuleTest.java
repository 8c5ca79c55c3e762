package io.cloacina.domain.trigger;

import static io.cloacina.domain.execution.TaskStatus.CANCELLED;
import static io.cloacina.domain.execution.TaskStatus.COMPLETED;
import static io.cloacina.domain.execution.TaskStatus.FAILED;
import static io.cloacina.domain.execution.TaskStatus.SKIPPED;
import static io.cloacina.domain.trigger.Condition.contextValue;
import static io.cloacina.domain.trigger.Condition.taskCompleted;
import static io.cloacina.domain.trigger.Condition.taskFailed;
import static io.cloacina.domain.trigger.Condition.taskSkipped;
import static io.cloacina.domain.trigger.TriggerRule.all;
import static io.cloacina.domain.trigger.TriggerRule.allCompleted;
import static io.cloacina.domain.trigger.TriggerRule.always;
import static io.cloacina.domain.trigger.TriggerRule.any;
import static io.cloacina.domain.trigger.TriggerRule.anyCompleted;
import static io.cloacina.domain.trigger.TriggerRule.anyFailed;
import static io.cloacina.domain.trigger.TriggerRule.none;
import static io.cloacina.domain.trigger.TriggerRule.noneFailed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.workflow.SeededCases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerRuleTest {

    private static final List<String> TASKS = List.of("a", "b", "c");
    private static final List<String> KEYS = List.of("x", "y");

    @ParameterizedTest(name = "of {0} and {1}: {2} {3} {4} {5}")
    @CsvSource({
        // a, b, allCompleted, noneFailed, anyCompleted, anyFailed
        "COMPLETED, COMPLETED, true, true, true, false",
        "COMPLETED, SKIPPED, false, true, true, false",
        "COMPLETED, FAILED, false, false, true, true",
        "COMPLETED, CANCELLED, false, false, true, false",
        "SKIPPED, SKIPPED, false, true, false, false",
        "FAILED, SKIPPED, false, false, false, true",
        "FAILED, FAILED, false, false, false, true",
        "CANCELLED, CANCELLED, false, false, false, false"
    })
    void rules_about_all_dependencies_follow_their_table(
            TaskStatus a,
            TaskStatus b,
            boolean allCompleted,
            boolean noneFailed,
            boolean anyCompleted,
            boolean anyFailed) {
        MapView view = MapView.of(Map.of("a", a, "b", b));
        assertThat(allCompleted().holds(view)).isEqualTo(allCompleted);
        assertThat(noneFailed().holds(view)).isEqualTo(noneFailed);
        assertThat(anyCompleted().holds(view)).isEqualTo(anyCompleted);
        assertThat(anyFailed().holds(view)).isEqualTo(anyFailed);
        assertThat(always().holds(view)).isTrue();
    }

    @Test
    void all_and_none_of_nothing_are_true_and_any_of_nothing_is_false() {
        MapView view = MapView.of(Map.of("a", FAILED));
        assertThat(all().holds(view)).isTrue();
        assertThat(none().holds(view)).isTrue();
        assertThat(any().holds(view)).isFalse();
    }

    @Test
    void a_task_that_does_not_run_is_told_which_dependency_is_to_blame() {
        MapView view = MapView.of(Map.of("a", COMPLETED, "charge", FAILED, "ship", SKIPPED));
        assertThat(allCompleted().objection(view)).isEqualTo("dependency 'charge' FAILED");
        assertThat(noneFailed().objection(view)).isEqualTo("dependency 'charge' FAILED");
        assertThat(taskSkipped("a").objection(view)).isEqualTo("task 'a' is COMPLETED, not SKIPPED");
        assertThat(all(taskCompleted("a"), taskFailed("ship")).objection(view))
                .isEqualTo("task 'ship' is SKIPPED, not FAILED");
        assertThat(none(taskFailed("charge")).objection(view))
                .isEqualTo("taskFailed('charge') holds, and none() must not");
        assertThat(any(taskFailed("a"), taskSkipped("a")).objection(view))
                .isEqualTo("task 'a' is COMPLETED, not FAILED; task 'a' is COMPLETED, not SKIPPED");
    }

    @Test
    void an_objection_names_a_context_key_but_no_value() {
        MapView view = new MapView(List.of(), Map.of(), Map.of("card", JsonNumber.of(4242)));
        assertThat(contextValue("card", Operator.LESS_THAN, 1717).objection(view))
                .isEqualTo("context key 'card' is there (number), and contextValue('card', lessThan) is false");
        assertThat(contextValue("total", Operator.EXISTS).objection(view)).startsWith("context key 'total' is absent");
    }

    @Test
    void the_objection_of_a_thousand_conditions_is_short() {
        TriggerRule[] many =
                IntStream.range(0, 1_000).mapToObj(i -> taskFailed("a")).toArray(TriggerRule[]::new);
        assertThat(any(many).objection(MapView.of(Map.of("a", COMPLETED))))
                .hasSizeLessThan(200)
                .endsWith("… (1000 rules)");
    }

    @Test
    void a_rule_tells_what_it_looks_at() {
        TriggerRule rule = all(taskFailed("b"), any(taskSkipped("a"), contextValue("x", Operator.EXISTS), anyFailed()));
        assertThat(rule.taskIds()).containsExactly("b", "a");
        assertThat(rule.contextKeys()).containsExactly("x");
        assertThat(rule.looksAtDependencies()).isTrue();
        assertThat(all(taskFailed("b"), always()).looksAtDependencies()).isFalse();
    }

    @Test
    void rules_nest_to_a_bound() {
        TriggerRule deepest = nested(TriggerRule.MOST_LEVELS);
        assertThat(deepest.levels()).isEqualTo(16);
        assertThatThrownBy(() -> all(deepest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 16 levels");
    }

    @Test
    void a_condition_asks_only_for_how_a_task_may_end() {
        assertThatThrownBy(() -> new TaskCondition("a", CANCELLED)).hasMessageContaining("CANCELLED");
    }

    @Test
    void a_rule_reads_as_it_is_written_in_code() {
        assertThat(any(taskFailed("a"), allCompleted(), contextValue("x", Operator.EXISTS)))
                .hasToString("any(taskFailed('a'), allCompleted(), contextValue('x', exists))");
    }

    @Test
    void nested_rules_hold_as_their_truth_tables_say() {
        SeededCases.check(2_000, random -> {
            TriggerRule rule = RuleCases.rule(random, TASKS, KEYS, 4);
            MapView view = view(random);
            assertThat(rule.holds(view)).as("%s of %s", rule, view).isEqualTo(oracle(rule, view));
        });
    }

    @Test
    void a_rule_that_does_not_hold_always_says_why() {
        SeededCases.check(2_000, random -> {
            TriggerRule rule = RuleCases.rule(random, TASKS, KEYS, 4);
            MapView view = view(random);
            assertThat(rule.holds(view) || !rule.objection(view).isBlank()).isTrue();
        });
    }

    private static TriggerRule nested(int levels) {
        return levels == 1 ? always() : all(nested(levels - 1));
    }

    private static MapView view(SplittableRandom random) {
        List<TaskStatus> terminal = List.of(COMPLETED, FAILED, SKIPPED, CANCELLED);
        Map<String, TaskStatus> statuses =
                TASKS.stream().collect(Collectors.toMap(task -> task, task -> RuleCases.pick(random, terminal)));
        Map<String, JsonValue> context = new HashMap<>();
        KEYS.stream().filter(key -> random.nextBoolean()).forEach(key -> context.put(key, RuleCases.value(random)));
        return new MapView(TASKS.subList(0, random.nextInt(TASKS.size() + 1)), statuses, context);
    }

    /** Counts instead of searching, and knows of each kind of condition only its table. */
    private static boolean oracle(TriggerRule rule, MapView view) {
        if (rule instanceof Combination combination) {
            long all = combination.rules().size();
            long holding = combination.rules().stream()
                    .filter(part -> oracle(part, view))
                    .count();
            return switch (combination.quantifier()) {
                case ALL -> holding == all;
                case ANY -> holding > 0;
                case NONE -> holding == 0;
            };
        }
        return rule instanceof DependencyRule simple ? oracle(simple, view) : oracle((Condition) rule, view);
    }

    private static boolean oracle(DependencyRule rule, MapView view) {
        Map<TaskStatus, Long> counts =
                view.dependencies().stream().collect(Collectors.groupingBy(view::status, Collectors.counting()));
        long size = view.dependencies().size();
        long completed = counts.getOrDefault(COMPLETED, 0L);
        return switch (rule) {
            case ALL_COMPLETED -> completed == size;
            case NONE_FAILED -> completed + counts.getOrDefault(SKIPPED, 0L) == size;
            case ANY_COMPLETED -> completed > 0;
            case ANY_FAILED -> counts.containsKey(FAILED);
            case ALWAYS -> true;
        };
    }

    private static boolean oracle(Condition condition, MapView view) {
        if (condition instanceof TaskCondition ofTask) {
            return view.statuses().get(ofTask.task()) == ofTask.status();
        }
        ContextCondition ofContext = (ContextCondition) condition;
        return OperatorOracle.holds(ofContext.operator(), view.context().get(ofContext.key()), ofContext.operand());
    }
}
