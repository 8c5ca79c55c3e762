package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class RecoveryTest {

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final AtomicInteger bodies = new AtomicInteger();
    private final Workflow hello = Workflow.named("hello")
            .task("first", context -> bodies.incrementAndGet())
            .task("second", context -> bodies.incrementAndGet(), after("first"))
            .build();

    @Test
    void a_task_of_a_runner_that_died_is_run_by_another_one() {
        ExecutionId id = new DeadRunner(bench.store(), hello).claimed();
        ExecutionResult result = bench.open(hello).handleOf(id).orElseThrow().result();
        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(bodies).hasValue(2);
        assertThat(kinds(id))
                .containsSubsequence(
                        EventKind.TASK_CLAIMED,
                        EventKind.TASK_LEASE_EXPIRED,
                        EventKind.TASK_CLAIMED,
                        EventKind.TASK_COMPLETED);
    }

    @Test
    void a_task_that_loses_its_lease_once_too_often_fails_as_abandoned() {
        ExecutionId id = new DeadRunner(bench.store(), hello).claimed();
        DefaultRunner runner = bench.open(bench.builder()
                .workflows(hello)
                .settings(settings -> settings.withLeases(
                        new LeaseSettings(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(100), 0))));
        ExecutionResult result = runner.handleOf(id).orElseThrow().result();
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.task("first").reason().orElseThrow()).contains("abandoned");
        assertThat(bodies).hasValue(0);
    }

    @Test
    void more_expired_leases_than_one_look_brings_are_taken_back_without_waiting_for_the_next_sweep() {
        DeadRunner dead = new DeadRunner(bench.store(), hello);
        List<ExecutionId> lost = Stream.generate(dead::claimed).limit(501).toList();
        DefaultRunner runner = bench.open(bench.builder()
                .workflows(hello)
                .settings(settings -> settings.withLeases(
                        new LeaseSettings(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofHours(1), 3))));
        assertThat(lost)
                .allSatisfy(id -> assertThat(runner.handleOf(id)
                                .orElseThrow()
                                .result(Duration.ofSeconds(6))
                                .status())
                        .isEqualTo(ExecutionStatus.COMPLETED));
    }

    @Test
    void the_cap_on_recoveries_holds_on_a_runner_that_does_not_know_the_workflow() {
        ExecutionId id = new DeadRunner(bench.store(), hello).claimed();
        DefaultRunner stranger = bench.open(bench.builder()
                .settings(settings -> settings.withLeases(
                        new LeaseSettings(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(100), 0))));
        assertThat(stranger.handleOf(id).orElseThrow().result().status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void a_closed_runner_hands_back_what_did_not_end_and_another_one_runs_it() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        Workflow slow = Workflow.named("slow")
                .task("wait", context -> {
                    if (tries.incrementAndGet() == 1) {
                        begun.countDown();
                        never.await();
                    }
                })
                .build();
        DefaultRunner first = bench.open(slow);
        ExecutionId id = first.start("slow", Context.empty()).id();
        awaitLatch(begun);
        first.close();
        ExecutionResult result = bench.open(slow).handleOf(id).orElseThrow().result();
        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(result.task("wait").attempts())
                .as("handing back costs no attempt")
                .isEqualTo(1);
        assertThat(kinds(id)).contains(EventKind.TASK_RELEASED);
    }

    @Test
    void two_runners_share_the_work_and_no_body_runs_twice() {
        AtomicInteger sum = new AtomicInteger();
        Workflow add = Workflow.named("add")
                .task("add", context -> sum.addAndGet(context.require("n", Integer.class)))
                .build();
        DefaultRunner one = bench.open(add);
        DefaultRunner two = bench.open(add);
        List<ExecutionHandle> handles = new ArrayList<>();
        for (int n = 1; n <= 200; n++) {
            handles.add((n % 2 == 0 ? one : two).start("add", Context.of("n", n)));
        }
        handles.forEach(handle -> assertThat(handle.result().status()).isEqualTo(ExecutionStatus.COMPLETED));
        assertThat(sum).hasValue(200 * 201 / 2);
    }

    private List<EventKind> kinds(ExecutionId id) {
        return bench.store().queries().history(id, 0, 1000).stream()
                .map(RecordedEvent::event)
                .map(ExecutionEvent::kind)
                .toList();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
