package io.cloacina.domain.workflow;

import static io.cloacina.domain.trigger.Condition.contextValue;
import static io.cloacina.domain.trigger.Condition.taskFailed;
import static io.cloacina.domain.trigger.TriggerRule.any;
import static io.cloacina.domain.trigger.TriggerRule.noneFailed;
import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.trigger.Operator;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.WorkflowProblem.ConditionOnNonDependency;
import io.cloacina.domain.workflow.WorkflowProblem.ContextConditionNeedsMerge;
import io.cloacina.domain.workflow.WorkflowProblem.Cycle;
import io.cloacina.domain.workflow.WorkflowProblem.DuplicateTask;
import io.cloacina.domain.workflow.WorkflowProblem.EmptyWorkflow;
import io.cloacina.domain.workflow.WorkflowProblem.RuleWithoutDependencies;
import io.cloacina.domain.workflow.WorkflowProblem.TimeoutOutOfBounds;
import io.cloacina.domain.workflow.WorkflowProblem.UnacceptableCondition;
import io.cloacina.domain.workflow.WorkflowProblem.UnacceptableName;
import io.cloacina.domain.workflow.WorkflowProblem.UnknownDependency;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidWorkflowTest {

    private static final TaskBody BODY = context -> {};
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofDays(3650);

    @Test
    void a_workflow_without_tasks_is_refused() {
        assertThat(problems(Workflow.named("orders"))).containsExactly(new EmptyWorkflow());
        assertThatThrownBy(() -> Workflow.named("orders").build())
                .hasMessage("workflow 'orders' cannot be built: there is no task; declare at least one");
    }

    @Test
    void a_blank_name_or_id_is_refused() {
        assertThat(problems(Workflow.named(" ").task("\t", BODY)))
                .containsExactly(
                        new UnacceptableName("its name", "is blank"),
                        new UnacceptableName("the id of task no. 1", "is blank"));
    }

    @Test
    void a_name_may_have_255_characters_and_no_more() {
        assertThat(Workflow.named("n".repeat(255)).task("t".repeat(255), BODY).build())
                .isNotNull();
        assertThat(problems(Workflow.named("n").task("t".repeat(256), BODY)))
                .containsExactly(
                        new UnacceptableName("the id of task no. 1", "has 256 characters, at most 255 are allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\u0085", "x\u007f"})
    void control_characters_are_refused(String id) {
        assertThat(problems(Workflow.named("n").task("ok" + id, BODY)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("control character U+00"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069})
    void what_ends_a_line_or_turns_the_direction_of_text_is_refused(int codePoint) {
        assertThat(problems(Workflow.named("n" + Character.toString(codePoint)).task("a", BODY)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains(String.format("U+%04X", codePoint))
                        .doesNotContain(Character.toString(codePoint)));
    }

    @Test
    void letters_of_every_script_and_what_joins_them_are_welcome() {
        assertThat(Workflow.named("\u0646\u0627\u0645\u0647\u200c\u0647\u0627")
                        .task("\ud83d\udc68\u200d\ud83d\udcbb", BODY)
                        .build())
                .isNotNull();
    }

    @Test
    void a_lone_surrogate_is_refused_and_a_pair_is_not() {
        assertThat(problems(Workflow.named("n").task("half \ud83d", BODY)))
                .containsExactly(new UnacceptableName("the id of task no. 1", "contains the lone surrogate U+D83D"));
        assertThat(Workflow.named("n").task("whole \ud83d\ude80", BODY).build()).isNotNull();
    }

    @Test
    void a_name_that_cannot_be_shown_is_not_shown() {
        assertThatThrownBy(() -> Workflow.named("bad\u0000name").task("a", BODY).build())
                .hasMessageStartingWith("the workflow cannot be built: its name contains")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\u0000"));
    }

    @Test
    void an_id_that_is_refused_does_not_spoil_the_message() {
        String id = "\u0007\n" + "x".repeat(100_000);
        assertThatThrownBy(() -> Workflow.named("n")
                        .task(id, BODY, root().timeout(Duration.ZERO))
                        .task("b", BODY, after("gone"))
                        .build())
                .hasMessageContaining("the time-out of task '??xxx")
                .hasMessageContaining("'gone'")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(3_000));
    }

    @Test
    void an_id_declared_twice_is_reported_once() {
        assertThat(problems(Workflow.named("n").task("a", BODY).task("a", BODY).task("a", BODY)))
                .containsExactly(new DuplicateTask("a"));
    }

    @Test
    void mistakes_of_the_graph_are_reported_with_the_rest() {
        assertThat(problems(Workflow.named("n")
                        .task("a", BODY, after("b"))
                        .task("b", BODY, after("a"))
                        .task("c", BODY, after("gone").timeout(Duration.ZERO))))
                .containsExactly(
                        new TimeoutOutOfBounds("the time-out of task 'c'", Duration.ZERO, LEAST, MOST),
                        new UnknownDependency("c", "gone", List.of()),
                        new Cycle(List.of("a", "b")));
    }

    @Test
    void time_outs_must_be_positive_and_not_endless() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        assertThat(problems(Workflow.named("n")
                        .timeout(Duration.ofSeconds(-1))
                        .task("a", BODY, root().timeout(Duration.ZERO))
                        .task("b", BODY, root().timeout(Duration.ofNanos(1)))
                        .task("c", BODY, root().timeout(endless))))
                .containsExactly(
                        new TimeoutOutOfBounds("its time-out", Duration.ofSeconds(-1), LEAST, MOST),
                        new TimeoutOutOfBounds("the time-out of task 'a'", Duration.ZERO, LEAST, MOST),
                        new TimeoutOutOfBounds("the time-out of task 'b'", Duration.ofNanos(1), LEAST, MOST),
                        new TimeoutOutOfBounds("the time-out of task 'c'", endless, LEAST, MOST));
        assertThat(Workflow.named("n")
                        .timeout(MOST)
                        .task("a", BODY, root().timeout(LEAST))
                        .build())
                .isNotNull();
    }

    @Test
    void a_declared_version_is_a_text_like_an_id() {
        assertThat(problems(Workflow.named("n").task("a", BODY, root().version(" "))))
                .containsExactly(new UnacceptableName("the declared version of task 'a'", "is blank"));
    }

    @Test
    void a_rule_may_name_a_dependency_of_a_dependency() {
        assertThat(Workflow.named("n")
                        .task("a", BODY)
                        .task("b", BODY, after("a").when(noneFailed()))
                        .task("c", BODY, after("b").when(any(taskFailed("a"), taskFailed("b"))))
                        .build())
                .isNotNull();
    }

    @Test
    void a_rule_that_names_another_task_is_refused_with_both_names() {
        List<WorkflowProblem> problems = problems(Workflow.named("n")
                .task("fetch", BODY)
                .task("charge", BODY, after("fetch"))
                .task("bystander", BODY, after("fetch"))
                .task(
                        "end",
                        BODY,
                        after("charge").when(any(taskFailed("bystander"), taskFailed("chrage"), taskFailed("end")))));
        assertThat(problems)
                .containsExactly(
                        new ConditionOnNonDependency("end", "bystander", List.of()),
                        new ConditionOnNonDependency("end", "chrage", List.of("charge")),
                        new ConditionOnNonDependency("end", "end", List.of()));
        assertThat(problems.get(1).message()).contains("'end'", "'chrage'", "did you mean 'charge'?");
    }

    @Test
    void a_rule_of_a_task_without_dependencies_is_refused_unless_it_is_always_true() {
        assertThat(problems(Workflow.named("n").task("a", BODY, root().when(contextValue("x", Operator.EXISTS)))))
                .containsExactly(new RuleWithoutDependencies("a"));
        assertThat(Workflow.named("n")
                        .task("a", BODY, root().when(TriggerRule.always()))
                        .build())
                .isNotNull();
    }

    @Test
    void a_merge_function_and_a_context_condition_do_not_go_together() {
        WorkflowBuilder builder = Workflow.named("n")
                .task("a", BODY)
                .task("b", BODY, after("a").when(contextValue("total", Operator.GREATER_THAN, 1)));
        assertThat(builder.build()).isNotNull();
        assertThat(problems(builder.onConflict(ConflictPolicy.merge((key, values) -> values.get(0)))))
                .containsExactly(new ContextConditionNeedsMerge("b", "total"));
    }

    @Test
    void a_condition_that_cannot_be_stored_is_refused_without_showing_it() {
        List<WorkflowProblem> problems = problems(Workflow.named("n")
                .task("a", BODY)
                .task("b", BODY, after("a").when(contextValue("x", Operator.EQUALS, "secret\u0000"))));
        assertThat(problems).singleElement().isInstanceOf(UnacceptableCondition.class);
        assertThat(problems.get(0).message()).contains("'b'").contains("/x").doesNotContain("secret");
    }

    @Test
    void ten_thousand_tasks_are_a_workflow() {
        WorkflowBuilder builder = Workflow.named("large").task("t0", BODY);
        for (int task = 1; task < 10_000; task++) {
            builder.task("t" + task, BODY, after("t" + (task - 1)).when(taskFailed("t0")));
        }
        assertThat(builder.build().definition().tasks()).hasSize(10_000);
    }

    private static List<WorkflowProblem> problems(WorkflowBuilder builder) {
        return catchThrowableOfType(InvalidWorkflowException.class, builder::build)
                .problems();
    }
}
