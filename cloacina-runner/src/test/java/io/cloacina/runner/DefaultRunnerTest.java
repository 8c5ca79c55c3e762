package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.internal.system.SystemTimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DefaultRunnerTest {

    private final InMemoryDatabase database = new InMemoryDatabase();

    private DefaultRunner open(Workflow... workflows) {
        return DefaultRunner.builder()
                .store(InMemoryStore.open(database, new SystemTimeSource()))
                .workflows(workflows)
                .open();
    }

    @Test
    void a_workflow_of_one_task_completes_with_its_context() {
        Workflow hello = Workflow.named("hello")
                .task("greet", context -> context.put("greeting", "Hello " + context.require("name", String.class)))
                .build();
        try (DefaultRunner runner = open(hello)) {
            ExecutionResult result = runner.execute("hello", Context.of("name", "Ada"));
            assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
            assertThat(result.context().require("greeting", String.class)).isEqualTo("Hello Ada");
        }
    }

    @Test
    void what_follows_a_completion_may_wait_for_other_executions() throws Exception {
        Workflow hello = Workflow.named("hello").task("greet", context -> {}).build();
        try (DefaultRunner runner = open(hello)) {
            ExecutionStatus second = runner.start("hello", Context.empty())
                    .completion()
                    .thenApply(first -> runner.execute("hello", Context.empty()).status())
                    .get();
            assertThat(second).isEqualTo(ExecutionStatus.COMPLETED);
        }
    }

    @Test
    void a_join_sees_what_all_its_branches_wrote() {
        Workflow diamond = Workflow.named("diamond")
                .task("a", context -> context.put("a", 1))
                .task("b", context -> context.put("b", context.require("a", Integer.class) + 1), after("a"))
                .task("c", context -> context.put("c", context.require("a", Integer.class) + 2), after("a"))
                .task(
                        "d",
                        context -> context.put(
                                "d", context.require("b", Integer.class) + context.require("c", Integer.class)),
                        after("b", "c"))
                .build();
        try (DefaultRunner runner = open(diamond)) {
            ExecutionResult result = runner.execute("diamond", Context.empty());
            assertThat(result.context().require("d", Integer.class)).isEqualTo(5);
        }
    }

    @Test
    void a_failed_try_is_repeated_until_it_succeeds() {
        AtomicInteger tries = new AtomicInteger();
        Workflow flaky = Workflow.named("flaky")
                .task(
                        "try",
                        context -> {
                            if (tries.incrementAndGet() < 3) {
                                throw new IllegalStateException("not yet");
                            }
                        },
                        io.cloacina.domain.workflow.TaskOptions.root()
                                .retry(RetryPolicy.fixed().initialDelay(Duration.ofMillis(5))))
                .build();
        try (DefaultRunner runner = open(flaky)) {
            ExecutionResult result = runner.execute("flaky", Context.empty());
            assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
            assertThat(result.task("try").attempts()).isEqualTo(3);
        }
    }

    @Test
    void a_failure_skips_what_depends_on_it_and_runs_what_waits_for_it() {
        Workflow orders = Workflow.named("orders")
                .task(
                        "charge",
                        context -> {
                            throw new IllegalStateException("no money");
                        },
                        io.cloacina.domain.workflow.TaskOptions.root().retry(RetryPolicy.none()))
                .task("ship", context -> {}, after("charge"))
                .task("thank", context -> {}, after("ship"))
                .task(
                        "apologise",
                        context -> context.put("sorry", true),
                        after("charge").when(TriggerRule.anyFailed()))
                .build();
        try (DefaultRunner runner = open(orders)) {
            ExecutionResult result = runner.execute("orders", Context.empty());
            assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(result.task("charge").reason().orElseThrow()).contains("no money");
            assertThat(result.task("ship").status()).isEqualTo(TaskStatus.SKIPPED);
            assertThat(result.task("thank").status()).isEqualTo(TaskStatus.SKIPPED);
            assertThat(result.context().require("sorry", Boolean.class)).isTrue();
        }
    }
}
