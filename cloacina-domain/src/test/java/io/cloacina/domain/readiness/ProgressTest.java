package io.cloacina.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.readiness.ContextValues.Glimpse;
import io.cloacina.domain.trigger.Condition;
import io.cloacina.domain.trigger.Operator;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.Definitions;
import io.cloacina.domain.workflow.Graphs;
import io.cloacina.domain.workflow.Ordinals;
import io.cloacina.domain.workflow.TaskDefinition;
import io.cloacina.domain.workflow.WorkflowDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Glimpse NOTHING = Glimpse.of(Map.of());

    @Test
    void a_task_whose_dependencies_all_completed_is_ready_and_nothing_is_read() {
        SimulatedExecution execution = execution(task("a"), task("b", "a"), task("c", "a"));
        Progress.Decided decided = execution.decide(execution.end(List.of(0), TaskStatus.COMPLETED));
        assertThat(decided.tasks()).containsExactly(TaskDecision.ready(1, 0), TaskDecision.ready(2, 0));
        assertThat(execution.questions()).isZero();
    }

    @Test
    void any_rule_about_direct_dependencies_is_decided_unread_when_all_completed() {
        for (TriggerRule rule : List.of(
                TriggerRule.anyFailed(),
                TriggerRule.noneFailed(),
                TriggerRule.none(Condition.taskCompleted("a"), TriggerRule.anyCompleted()))) {
            SimulatedExecution execution = execution(task("a"), task("b", rule, "a"));
            execution.settle(execution.decide(execution.end(List.of(0), TaskStatus.COMPLETED)));
            assertThat(execution.questions()).isZero();
        }
    }

    @Test
    void a_failed_dependency_skips_with_a_reason_that_names_it() {
        SimulatedExecution execution = execution(task("charge"), task("ok"), task("ship", "ok", "charge"));
        execution.end(List.of(1), TaskStatus.COMPLETED);
        Progress.Decided decided = execution.decide(execution.end(List.of(0), TaskStatus.FAILED));
        assertThat(decided.skipped()).containsExactly(TaskDecision.skipped(2, 1, "dependency 'charge' FAILED"));
        assertThat(execution.questions()).isEqualTo(1);
    }

    @Test
    void a_skip_goes_on_until_a_rule_stops_it() {
        SimulatedExecution execution = execution(
                task("a"), task("b", "a"), task("c", "b"), task("d", TriggerRule.always(), "c"), task("e", "d"));
        Progress.Decided decided = execution.decide(execution.end(List.of(0), TaskStatus.FAILED));
        assertThat(decided.tasks())
                .containsExactly(
                        TaskDecision.skipped(1, 1, "dependency 'a' FAILED"),
                        TaskDecision.skipped(2, 1, "dependency 'b' SKIPPED"),
                        TaskDecision.ready(3, 1));
    }

    @Test
    void a_task_that_still_waits_for_another_gets_its_new_counts() {
        SimulatedExecution execution = execution(task("a"), task("b", "a"), task("x"), task("z", "b", "x"));
        Progress.Decided decided = execution.decide(execution.end(List.of(0), TaskStatus.FAILED));
        int join = execution.definition().graph().ordinal("z");
        assertThat(decided.skipped()).extracting(TaskDecision::ordinal).containsExactly(1);
        assertThat(decided.waiting()).containsExactly(TaskDecision.waiting(join, 1, 1));
        assertThat(decided.ready()).isEmpty();
    }

    @Test
    void a_rule_may_look_at_a_dependency_of_a_dependency() {
        SimulatedExecution execution =
                execution(task("a"), task("b", TriggerRule.always(), "a"), task("c", Condition.taskFailed("a"), "b"));
        execution.settle(execution.decide(execution.end(List.of(0), TaskStatus.FAILED)));
        assertThat(execution
                        .decide(execution.end(List.of(1), TaskStatus.COMPLETED))
                        .ready())
                .extracting(TaskDecision::ordinal)
                .containsExactly(2);
    }

    @Test
    void a_context_condition_asks_for_the_context_its_task_would_get() {
        WorkflowDefinition definition = Definitions.of(
                List.of(task("a"), task("b", Condition.contextValue("total", Operator.GREATER_THAN, 10), "a")));
        List<Opened> opened = List.of(new Opened(1, 0));
        assertThat(Progress.decide(definition, opened, TaskStates.NONE, ContextValues.NONE))
                .isEqualTo(new Progress.Undecided(Ordinals.NONE, Map.of(1, Set.of("total"))));
        assertThat(decide(definition, opened, 11).ready()).hasSize(1);
        assertThat(decide(definition, opened, 10).skipped()).hasSize(1);
    }

    private static Progress.Decided decide(WorkflowDefinition definition, List<Opened> opened, int total) {
        Glimpse context = Glimpse.of(Map.of("total", JsonNumber.of(total)));
        return (Progress.Decided)
                Progress.decide(definition, opened, TaskStates.NONE, ContextValues.of(Map.of(1, context)));
    }

    @Test
    void a_task_whose_context_cannot_be_had_is_made_ready_to_fail_there() {
        WorkflowDefinition definition =
                Definitions.of(List.of(task("a"), task("b", Condition.contextValue("total", Operator.EXISTS), "a")));
        SimulatedExecution execution = new SimulatedExecution(definition, task -> Glimpse.UNREADABLE);
        assertThat(execution
                        .decide(execution.end(List.of(0), TaskStatus.COMPLETED))
                        .ready())
                .hasSize(1);
    }

    @Test
    void tasks_that_were_cancelled_meanwhile_are_left_alone() {
        SimulatedExecution execution = execution(task("a"), task("b", "a"), task("c", "b"), task("d", "b"));
        execution.end(List.of(2), TaskStatus.CANCELLED);
        Progress.Decided decided = execution.decide(execution.end(List.of(0), TaskStatus.FAILED));
        assertThat(decided.tasks()).extracting(TaskDecision::ordinal).containsExactly(1, 3);
    }

    @Test
    void the_decision_does_not_depend_on_the_order_of_the_opened() {
        List<TaskDefinition> tasks = List.of(task("a"), task("b", "a"), task("c", "a"), task("d", "b", "c"));
        SimulatedExecution execution = execution(tasks.toArray(TaskDefinition[]::new));
        List<Opened> opened = new ArrayList<>(execution.end(List.of(0), TaskStatus.FAILED));
        Progress.Decided one = execution.decide(opened);
        Collections.reverse(opened);
        assertThat(execution.decide(opened)).isEqualTo(one);
        assertThat(one.skipped()).extracting(TaskDecision::ordinal).containsExactly(1, 2, 3);
    }

    @Test
    void nothing_opened_is_nothing_decided() {
        assertThat(execution(task("a")).decide(List.of()).tasks()).isEmpty();
    }

    @Test
    void a_skip_runs_through_ten_thousand_tasks_in_one_reading() {
        int size = 10_000;
        SimulatedExecution execution = new SimulatedExecution(Definitions.of(Graphs.chain(size)), task -> NOTHING);
        Progress.Decided decided = execution.decide(execution.end(List.of(0), TaskStatus.FAILED));
        assertThat(decided.skipped()).hasSize(size - 1);
        assertThat(execution.questions()).isEqualTo(1);
        assertThat(execution.statesRead()).isEqualTo(size);
    }

    @Test
    void a_skip_runs_through_a_fan_of_ten_thousand_tasks_in_one_reading() {
        int width = 10_000;
        SimulatedExecution execution = new SimulatedExecution(Definitions.of(Graphs.fan(width)), task -> NOTHING);
        assertThat(execution
                        .decide(execution.end(List.of(0), TaskStatus.FAILED))
                        .skipped())
                .hasSize(width + 1);
        assertThat(execution.questions()).isEqualTo(1);
    }

    @Test
    void a_decision_that_contradicts_itself_cannot_be_made() {
        assertThatThrownBy(() -> new TaskDecision(1, TaskStatus.READY, 0, 0, "because"))
                .hasMessageContaining("READY");
        assertThatThrownBy(() -> new TaskDecision(1, TaskStatus.SKIPPED, 0, 1, null))
                .hasMessageContaining("SKIPPED");
        assertThatThrownBy(() -> new TaskDecision(1, TaskStatus.READY, 2, 0, null))
                .hasMessageContaining("2 open dependencies");
        assertThatThrownBy(() -> new Opened(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SimulatedExecution execution(TaskDefinition... tasks) {
        return new SimulatedExecution(Definitions.of(List.of(tasks)), task -> NOTHING);
    }

    private static TaskDefinition task(String id, String... dependencies) {
        return task(id, TriggerRule.allCompleted(), dependencies);
    }

    private static TaskDefinition task(String id, TriggerRule rule, String... dependencies) {
        return Definitions.task(id, List.of(dependencies), rule);
    }
}
