package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.StartOptions;
import io.cloacina.runner.TaskResult;
import io.cloacina.testsupport.ChildJvm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tries that fail or take too long, and executions that are ended before they end by themselves. */
abstract class RetryChapter extends Chapter {

    private static final Duration DELAY = Duration.ofMillis(300);
    private static final Duration TASK_TIMEOUT = Duration.ofSeconds(2);
    private static final RetryPolicy RETRIED =
            RetryPolicy.fixed().initialDelay(DELAY).withoutJitter().maxAttempts(3);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void a_task_that_fails_and_one_that_takes_too_long_are_tried_again_when_they_are_due() {
        Workflow flaky = Workflow.named("flaky")
                .task("fails", RetryChapter::failTwice, root().retry(RETRIED))
                .task("hangs", this::hangOnce, root().retry(RETRIED).timeout(TASK_TIMEOUT))
                .task("hopeless", RetryChapter::fail, root().retry(RETRIED.maxAttempts(2)))
                .build();
        DefaultRunner runner = open(runner().workflows(flaky));

        ExecutionResult result = runner.execute("flaky", Secrets.context());

        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.tasks()).extracting(TaskResult::attempts).containsExactly(3, 2, 2);
        assertThat(result.task("hopeless").status()).isEqualTo(TaskStatus.FAILED);
        assertThat(result.context()).isEqualTo(Secrets.context().put("fails", 3).put("hangs", 2));
        assertThat(triesOf(runner, result, "hangs").get(1).event().detail()).contains("time-out");
        assertApart(triesOf(runner, result, "fails"), DELAY);
        assertApart(triesOf(runner, result, "hangs"), DELAY.plus(TASK_TIMEOUT));
        assertApart(triesOf(runner, result, "hopeless"), DELAY);
    }

    private static void failTwice(TaskContext context) {
        if (context.attempt() < 3) {
            fail(context);
        }
        context.put("fails", context.attempt());
    }

    private static void fail(TaskContext context) {
        throw new IllegalStateException(Secrets.of("try " + context.attempt() + " fails"));
    }

    private void hangOnce(TaskContext context) throws InterruptedException {
        if (context.attempt() == 1) {
            never.await();
        }
        context.put("hangs", context.attempt());
    }

    @Test
    void tries_and_due_times_survive_the_kill_of_the_process() {
        ExecutionId id;
        try (ChildJvm doomed = FailingRunner.start(backend().url(), journal())) {
            String line = doomed.awaitLine(said -> said.startsWith("failed "), PATIENCE);
            id = ExecutionId.of(line.substring(line.indexOf(' ') + 1));
            doomed.kill();
        }
        DefaultRunner heir = open(runner().workflows(FailingRunner.workflow(journal()::ran)));
        Instant due = heir.explain(id).nextDue().orElseThrow();

        ExecutionResult result = heir.handleOf(id).orElseThrow().result(PATIENCE);

        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(result.context()).isEqualTo(Secrets.context().put("attempt", 2));
        assertThat(journal().runs()).isEqualTo(Map.of(id + "/" + FailingRunner.TASK, 2L));
        List<RecordedEvent> tries = triesOf(heir, result, FailingRunner.TASK);
        assertThat(tries)
                .extracting(recorded -> recorded.event().kind())
                .containsExactly(
                        EventKind.TASK_CLAIMED,
                        EventKind.TASK_RETRY_SCHEDULED,
                        EventKind.TASK_CLAIMED,
                        EventKind.TASK_COMPLETED);
        assertThat(due).isAfter(tries.get(0).at().plus(FailingRunner.DELAY));
        assertThat(tries.get(2).at()).isAfterOrEqualTo(due);
    }

    @Test
    void a_cancel_by_another_runner_interrupts_what_runs_and_starts_nothing_more() throws Exception {
        DefaultRunner runner =
                open(runner().settings(Leases.PATIENT_AND_LOUD::in).workflows(waiting()));
        DefaultRunner other = open(runner());
        ExecutionHandle handle = runner.start("waiting", Secrets.context());
        assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(other.cancel(handle.id())).isTrue();

        ExecutionResult result = handle.result(PATIENCE);
        assertThat(result.status()).isEqualTo(ExecutionStatus.CANCELLED);
        assertThat(result.tasks()).extracting(TaskResult::status).containsOnly(TaskStatus.CANCELLED);
        assertThat(interrupted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(other.cancel(handle.id())).as("cancelled again").isFalse();
    }

    @Test
    void an_execution_that_is_out_of_time_fails_and_starts_nothing_more() {
        DefaultRunner runner = open(runner().workflows(waiting()));
        StartOptions brief = StartOptions.none().timeout(DELAY);

        ExecutionResult result =
                runner.start("waiting", Secrets.context(), brief).result(PATIENCE);

        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("time-out"));
        assertThat(result.tasks()).extracting(TaskResult::status).containsOnly(TaskStatus.CANCELLED);
        assertThat(result.duration()).isGreaterThanOrEqualTo(DELAY);
    }

    /** {@code wait}, which ends by an interrupt alone, and {@code behind}. */
    private Workflow waiting() {
        return Workflow.named("waiting")
                .task("wait", context -> {
                    begun.countDown();
                    try {
                        never.await();
                    } finally {
                        interrupted.countDown();
                    }
                })
                .task("behind", context -> {}, after("wait"))
                .build();
    }

    /** What happened to one task, in order. */
    private static List<RecordedEvent> triesOf(DefaultRunner runner, ExecutionResult result, String task) {
        int ordinal = result.tasks().indexOf(result.task(task));
        return runner.history(result.id(), 0, 1000).stream()
                .filter(recorded ->
                        Integer.valueOf(ordinal).equals(recorded.event().task()))
                .toList();
    }

    /** From the claim of one try to the claim of the next one it takes at least that long. */
    private static void assertApart(List<RecordedEvent> tries, Duration least) {
        List<Instant> claims = tries.stream()
                .filter(recorded -> recorded.event().kind() == EventKind.TASK_CLAIMED)
                .map(RecordedEvent::at)
                .toList();
        for (int i = 1; i < claims.size(); i++) {
            assertThat(Duration.between(claims.get(i - 1), claims.get(i)))
                    .as("until try %d of %s", i + 1, tries)
                    .isGreaterThanOrEqualTo(least);
        }
    }
}
