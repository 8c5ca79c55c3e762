package io.cloacina.domain.workflow;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.trigger.Condition;
import io.cloacina.domain.trigger.Operator;
import io.cloacina.domain.trigger.TriggerRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkflowVersionTest {

    private static final TaskBody BODY = context -> {};

    /** The literal values must never change: executions in databases refer to them. */
    @Test
    void the_version_of_a_known_workflow_is_known() {
        Workflow known = Workflow.named("orders ☃")
                .task("fetch", BODY)
                .task(
                        "charge",
                        BODY,
                        after("fetch")
                                .retry(RetryPolicy.exponential().maxAttempts(5))
                                .version("7"))
                .task("ship", BODY, after("charge", "fetch").timeout(Duration.ofMillis(90_500)))
                .task(
                        "apologise",
                        BODY,
                        after("charge")
                                .when(TriggerRule.any(
                                        Condition.taskFailed("charge"),
                                        Condition.contextValue("total", Operator.GREATER_THAN, 100))))
                .timeout(Duration.ofHours(1))
                .build();
        assertThat(known.version()).isEqualTo("3d08fc27594502cf");
        assertThat(known.definition().id()).isEqualTo(UUID.fromString("3d08fc27-5945-02cf-b66b-e752e36c9aae"));
    }

    @Test
    void the_version_is_the_beginning_of_the_id() {
        Workflow workflow = base().build();
        assertThat(workflow.version()).matches("[0-9a-f]{16}");
        assertThat(workflow.definition().id().toString().replace("-", "")).startsWith(workflow.version());
    }

    @Test
    void the_order_of_declaration_does_not_matter() {
        SeededCases.check(200, random -> {
            List<TaskDefinition> tasks = Definitions.randomTasks(random, 10);
            List<TaskDefinition> shuffled = new ArrayList<>(tasks);
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            assertThat(Definitions.of(shuffled)).isEqualTo(Definitions.of(tasks));
            assertThat(Definitions.of(shuffled).toJson())
                    .isEqualTo(Definitions.of(tasks).toJson());
        });
    }

    @Test
    void description_tags_code_and_merge_functions_do_not_matter() {
        assertThat(base().description("other").tag("a", "b").build().version())
                .isEqualTo(base().build().version());
        WorkflowBuilder one = base().onConflict(ConflictPolicy.merge((key, values) -> values.get(0)));
        WorkflowBuilder other = base().onConflict(ConflictPolicy.merge((key, values) -> values.get(1)));
        assertThat(one.build().version()).isEqualTo(other.build().version());
    }

    @Test
    void everything_that_decides_an_execution_matters() {
        List<WorkflowBuilder> different = List.of(
                base(),
                Workflow.named("other").task("a", BODY).task("b", BODY).task("c", BODY, after("a", "b")),
                Workflow.named("base").task("a", BODY).task("b2", BODY).task("c", BODY, after("a", "b2")),
                with(after("b", "a")),
                with(after("a")),
                with(after("a", "b").when(TriggerRule.noneFailed())),
                with(after("a", "b").when(Condition.taskFailed("a"))),
                with(after("a", "b").when(Condition.taskFailed("b"))),
                with(after("a", "b").retry(RetryPolicy.fixed())),
                with(after("a", "b").retry(RetryPolicy.exponential().maxAttempts(4))),
                with(after("a", "b").timeout(Duration.ofMinutes(6))),
                with(after("a", "b").version("2")),
                base().task("d", BODY),
                base().timeout(Duration.ofHours(1)),
                base().timeout(Duration.ofHours(2)),
                base().onConflict(ConflictPolicy.fail()),
                base().onConflict(ConflictPolicy.merge((key, values) -> values.get(0))));
        assertThat(different.stream().map(builder -> builder.build().version())).doesNotHaveDuplicates();
    }

    private static WorkflowBuilder base() {
        return with(after("a", "b"));
    }

    private static WorkflowBuilder with(TaskOptions optionsOfC) {
        return Workflow.named("base").task("a", BODY).task("b", BODY).task("c", BODY, optionsOfC);
    }
}
