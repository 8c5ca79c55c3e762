package io.cloacina.domain.workflow;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.trigger.TriggerRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowTest {

    private final TaskBody fetch = context -> context.put("fetched", true);
    private final TaskBody charge = context -> context.put("charged", true);

    @Test
    void a_workflow_is_what_was_declared() {
        RetryPolicy five = RetryPolicy.exponential().maxAttempts(5);
        Workflow orders = Workflow.named("orders")
                .description("Takes an order to the door.")
                .tag("team", "shop")
                .task(
                        "charge",
                        charge,
                        after("fetch")
                                .retry(five)
                                .timeout(Duration.ofMinutes(1))
                                .version("2"))
                .task("apologise", fetch, after("charge").when(TriggerRule.anyFailed()))
                .task("fetch", fetch)
                .timeout(Duration.ofHours(1))
                .onConflict(ConflictPolicy.fail())
                .build();

        assertThat(orders.name()).isEqualTo("orders");
        assertThat(orders.description()).isEqualTo("Takes an order to the door.");
        assertThat(orders.tags()).isEqualTo(Map.of("team", "shop"));
        assertThat(orders.body("charge")).isSameAs(charge);
        assertThat(orders.retryPolicy("charge")).isSameAs(five);
        assertThat(orders.conflictPolicy()).isEqualTo(ConflictPolicy.fail());
        assertThat(orders.definition().timeout()).contains(Duration.ofHours(1));
        assertThat(orders.definition().conflictMode()).isEqualTo(ConflictPolicy.Mode.FAIL);
        assertThat(orders.definition().tasks())
                .extracting(TaskDefinition::id)
                .containsExactly("fetch", "charge", "apologise");
        assertThat(orders.definition().tasks().get(1))
                .isEqualTo(new TaskDefinition(
                        "charge",
                        List.of("fetch"),
                        TriggerRule.allCompleted(),
                        five.settings(),
                        Duration.ofMinutes(1),
                        "2"));
        assertThat(orders).hasToString("Workflow[orders, version " + orders.version() + ", 3 tasks]");
    }

    @Test
    void defaults_are_those_that_are_documented() {
        Workflow plain = Workflow.named("plain").task("only", fetch).build();
        TaskDefinition only = plain.definition().tasks().get(0);
        assertThat(plain.description()).isEmpty();
        assertThat(plain.definition().timeout()).isEmpty();
        assertThat(plain.conflictPolicy()).isEqualTo(ConflictPolicy.lastDeclared());
        assertThat(only.timeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(only.rule()).isEqualTo(TriggerRule.allCompleted());
        assertThat(only.retry()).isEqualTo(RetryPolicy.exponential().settings());
        assertThat(only.codeVersion()).isEmpty();
    }

    @Test
    void options_are_values_that_tasks_can_share() {
        TaskOptions afterFetch = after("fetch");
        TaskOptions hasty = afterFetch.timeout(Duration.ofSeconds(1));
        Workflow workflow = Workflow.named("shared")
                .task("fetch", fetch)
                .task("slow", charge, afterFetch)
                .task("fast", charge, hasty)
                .build();
        assertThat(workflow.definition().tasks())
                .extracting(TaskDefinition::timeout)
                .containsExactly(TaskOptions.DEFAULT_TIMEOUT, Duration.ofSeconds(1), TaskOptions.DEFAULT_TIMEOUT);
    }

    @Test
    void what_was_built_does_not_change_with_its_builder() {
        WorkflowBuilder builder = Workflow.named("grows").task("a", fetch).tag("k", "1");
        Workflow before = builder.build();
        Workflow after = builder.task("b", charge).tag("k", "2").build();
        assertThat(before.definition().tasks()).hasSize(1);
        assertThat(before.tags()).containsEntry("k", "1");
        assertThat(after.definition().tasks()).hasSize(2);
        assertThatThrownBy(() -> after.tags().put("k", "3")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void asking_for_an_unknown_task_names_the_nearest() {
        Workflow workflow = Workflow.named("orders").task("charge", charge).build();
        assertThatThrownBy(() -> workflow.body("chargr"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[charge]");
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void null_is_refused_where_it_is_given() {
        WorkflowBuilder builder = Workflow.named("orders");
        assertThatThrownBy(() -> Workflow.named(null)).isInstanceOf(RefusedArgumentException.class);
        assertThatThrownBy(() -> builder.task(null, fetch)).hasMessageStartingWith("the id of a task must not be null");
        assertThatThrownBy(() -> builder.task("a", null))
                .hasMessageStartingWith("the body of task 'a' must not be null");
        assertThatThrownBy(() -> builder.task("a", fetch, null)).hasMessageStartingWith("the options of task 'a'");
        assertThatThrownBy(() -> builder.timeout(null)).hasMessageStartingWith("the time-out of a workflow");
        assertThatThrownBy(() -> builder.onConflict(null)).hasMessageStartingWith("the conflict policy");
        assertThatThrownBy(() -> builder.description(null)).hasMessageStartingWith("the description");
        assertThatThrownBy(() -> builder.tag(null, "v")).hasMessageStartingWith("the key of a tag");
        assertThatThrownBy(() -> builder.tag("k", null)).hasMessageStartingWith("the value of a tag");
        assertThatThrownBy(() -> after("a", null)).isInstanceOf(RefusedArgumentException.class);
        assertThatThrownBy(() -> root().when(null)).hasMessageStartingWith("the trigger rule of a task");
        assertThatThrownBy(() -> root().retry(null)).hasMessageStartingWith("the retry policy of a task");
        assertThatThrownBy(() -> root().timeout(null)).hasMessageStartingWith("the time-out of a task");
        assertThatThrownBy(() -> root().version(null)).hasMessageStartingWith("the version of a task");
    }
}
