package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Processes that end in the middle, or stand still: no hook, no finally, no flush. */
abstract class KillChapter extends Chapter {

    /** A lease that its holder extended before the kill, two sweeps of the heir, and what a busy machine takes. */
    private static final Duration UNTIL_TAKEN_BACK =
            Leases.UNSWEPT.lease().plus(Leases.PATIENT.sweep().multipliedBy(2)).plus(Duration.ofSeconds(5));

    @Test
    void tasks_of_a_killed_process_run_again_elsewhere_and_finished_ones_do_not() {
        Path gate = folder.resolve("gate");
        List<ExecutionId> held;
        try (ChildJvm doomed = HoldingRunner.start(backend().url(), journal(), gate)) {
            held = heldBy(doomed);
            doomed.kill();
        }
        DefaultRunner heir = open(runner().workflows(HoldingRunner.workflow(journal()::ran)));
        ExecutionId own = heir.start(HoldingRunner.NAME, Secrets.context()).id();

        assertThat(held).allSatisfy(id -> assertCompleted(heir.handleOf(id).orElseThrow()));
        assertThat(held).allSatisfy(id -> assertOnlyTheHeldTaskRanAgain(heir, id));
        Instant heirIsThere = timeOf(EventKind.EXECUTION_SUBMITTED, heir, own);
        assertThat(held)
                .allSatisfy(id -> assertThat(timeOf(EventKind.TASK_LEASE_EXPIRED, heir, id))
                        .isBefore(heirIsThere.plus(UNTIL_TAKEN_BACK)));
    }

    private static Instant timeOf(EventKind kind, DefaultRunner runner, ExecutionId id) {
        return runner.history(id, 0, 1000).stream()
                .filter(recorded -> recorded.event().kind() == kind)
                .map(RecordedEvent::at)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_cancelled_ends_cancelled_when_the_process_that_held_it_is_killed() {
        DefaultRunner other = open(runner().settings(Leases.UNSWEPT::in).workflows(Shapes.diamond(journal()::ran)));
        List<ExecutionId> held;
        try (ChildJvm doomed = HoldingRunner.start(backend().url(), journal(), folder.resolve("gate"))) {
            held = heldBy(doomed);
            assertThat(held).allSatisfy(id -> assertThat(other.cancel(id)).isTrue());
            doomed.kill();
        }
        DefaultRunner heir = open(runner().workflows(HoldingRunner.workflow(journal()::ran)));

        assertThat(held).allSatisfy(id -> assertEndedCancelled(heir, id));
        assertThat(held)
                .allSatisfy(id -> assertThat(journal().runs())
                        .containsEntry(id + "/held", 1L)
                        .doesNotContainKey(id + "/behind"));
    }

    private static void assertEndedCancelled(DefaultRunner runner, ExecutionId id) {
        assertThat(runner.handleOf(id).orElseThrow().result(PATIENCE).status()).isEqualTo(ExecutionStatus.CANCELLED);
        List<EventKind> told =
                history(runner, id).stream().map(ExecutionEvent::kind).toList();
        assertThat(told.subList(told.indexOf(EventKind.EXECUTION_CANCEL_REQUESTED), told.size()))
                .containsExactly(
                        EventKind.EXECUTION_CANCEL_REQUESTED,
                        EventKind.TASK_CANCELLED,
                        EventKind.TASK_LEASE_EXPIRED,
                        EventKind.TASK_CANCELLED,
                        EventKind.EXECUTION_CANCELLED);
    }

    @Test
    void what_a_process_brings_after_it_stood_still_beyond_its_lease_counts_for_nothing() throws Exception {
        Path gate = folder.resolve("gate");
        CountDownLatch heldAgain = new CountDownLatch(HoldingRunner.EXECUTIONS);
        CountDownLatch release = new CountDownLatch(1);
        try (ChildJvm paused = HoldingRunner.start(backend().url(), journal(), gate)) {
            List<ExecutionId> held = heldBy(paused);
            paused.pause();
            DefaultRunner heir = open(runner().maxConcurrentTasks(HoldingRunner.EXECUTIONS)
                    .workflows(HoldingRunner.workflow(journal()::ran, context -> {
                        journal().ran(context);
                        heldAgain.countDown();
                        release.await();
                    })));
            assertThat(heldAgain.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

            Files.createFile(gate);
            paused.resume();
            assertThat(paused.waitFor(PATIENCE)).as(paused.errors()).isZero();
            assertThat(held).allSatisfy(id -> assertSaysThatItLost(paused, id));
            release.countDown();
            assertThat(held).allSatisfy(id -> assertCompleted(heir.handleOf(id).orElseThrow()));
            assertThat(held).allSatisfy(id -> assertOnlyTheHeldTaskRanAgain(heir, id));
        }
    }

    /** Whichever it noticed first: that it has sent no heartbeat for too long, or that its outcome was not taken. */
    private static void assertSaysThatItLost(ChildJvm process, ExecutionId id) {
        assertThat(process.errors())
                .containsPattern("(lost the claim on|dropped the late result of) task 1 of execution " + id);
    }

    private static List<ExecutionId> heldBy(ChildJvm process) {
        return IntStream.range(0, HoldingRunner.EXECUTIONS)
                .mapToObj(number -> idIn(process.awaitLine(line -> line.startsWith("holding "), PATIENCE)))
                .toList();
    }

    private void assertOnlyTheHeldTaskRanAgain(DefaultRunner runner, ExecutionId id) {
        assertThat(runsOf(id, "before", "held", "behind")).containsExactly(1L, 2L, 1L);
        assertThat(history(runner, id))
                .filteredOn(event -> Objects.equals(event.task(), 1) && event.epoch() > 0)
                .extracting(ExecutionEvent::kind, ExecutionEvent::epoch)
                .containsExactly(
                        tuple(EventKind.TASK_CLAIMED, 1),
                        tuple(EventKind.TASK_LEASE_EXPIRED, 1),
                        tuple(EventKind.TASK_CLAIMED, 2),
                        tuple(EventKind.TASK_COMPLETED, 2));
    }

    private List<Long> runsOf(ExecutionId id, String... tasks) {
        Map<String, Long> runs = journal().runs();
        return List.of(tasks).stream().map(task -> runs.get(id + "/" + task)).toList();
    }

    @Test
    void whatever_a_killed_crowd_was_promised_is_completed_by_another_process() throws IOException {
        Path gate = Files.createFile(folder.resolve("gate"));
        List<ExecutionId> accepted = new ArrayList<>();
        try (ChildJvm doomed = Callers.start(backend().url(), journal(), gate, 1_000, Leases.SHORT)) {
            for (int number = 0; number < 100; number++) {
                accepted.add(idIn(doomed.awaitLine(line -> line.startsWith("accepted "), PATIENCE)));
            }
            doomed.kill();
        }
        DefaultRunner heir = open(runner().workflows(Shapes.diamond(journal()::ran)));

        assertThat(accepted).allSatisfy(id -> assertCompleted(heir.handleOf(id).orElseThrow()));
        Map<String, Long> runs = journal().runs();
        assertThat(accepted).allSatisfy(id -> assertNoRunIsUnexplained(runs, id, history(heir, id)));
    }

    private static ExecutionId idIn(String line) {
        return ExecutionId.of(line.substring(line.indexOf(' ') + 1));
    }
}
