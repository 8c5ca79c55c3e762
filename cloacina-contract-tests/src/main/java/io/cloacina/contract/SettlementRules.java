package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SETTLE: how executions go on, are stopped, end and are parked. */
abstract class SettlementRules extends Chapter {

    private final StoredDefinition three = Shapes.independent(3);

    @Rule("SETTLE-1")
    void the_counts_and_the_status_of_an_execution_are_stored() {
        ExecutionId id = engine().start(three);
        List<Claim> claims = engine().claim(3, three);

        engine().end(claims.get(0), ClaimEnd.Kind.FAILED);
        assertThat(execution(id).status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(execution(id).openTasks()).isEqualTo(2);
        assertThat(execution(id).failedTasks()).isEqualTo(1);

        engine().complete(claims.subList(1, 3));
        assertThat(execution(id).status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution(id).openTasks()).isZero();
        assertThat(execution(id).failedTasks()).isEqualTo(1);
    }

    @Rule("SETTLE-1")
    void an_execution_that_ran_out_of_time_fails_with_its_last_task() {
        ExecutionId id = engine().start(three);
        Claim running = engine().claimOne(three);
        engine().timeOut(id);
        assertThat(execution(id).status()).isEqualTo(ExecutionStatus.RUNNING);

        engine().end(running, ClaimEnd.Kind.CANCELLED);

        assertThat(execution(id).status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution(id).ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(execution(id).failedTasks()).isZero();
    }

    @Rule("SETTLE-1")
    void whoever_locks_next_reads_what_was_settled() {
        ExecutionId id = engine().start(three);
        engine().end(engine().claimOne(three), ClaimEnd.Kind.FAILED);
        engine().claimOne(three);
        engine().cancel(id);

        List<LockedExecution> locked = rehearse(transaction -> transaction.lock(List.of(id)));

        assertThat(locked)
                .containsExactly(new LockedExecution(id, three.id(), ExecutionStatus.RUNNING, Ending.CANCELLED, 1, 1));
    }

    @Rule("SETTLE-2")
    void an_ended_execution_has_its_times() {
        StoredDefinition single = Shapes.single("one");
        ExecutionId id = engine().start(single);
        assertThat(execution(id).startedAt()).isNull();
        engine().complete(engine().claim(1, single));

        ExecutionRecord ended = execution(id);
        assertThat(ended.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(ended.startedAt()).isNotNull();
        assertThat(ended.completedAt()).isNotNull().isAfterOrEqualTo(ended.startedAt());
    }

    @Rule("SETTLE-3")
    void a_reason_stays_until_another_one_is_given() {
        ExecutionId id = engine().start(three);
        Claim running = engine().claimOne(three);
        engine().cancel(id);
        assertThat(execution(id).reason()).isEqualTo("CANCELLED");

        engine().end(running, ClaimEnd.Kind.CANCELLED);

        assertThat(execution(id).status()).isEqualTo(ExecutionStatus.CANCELLED);
        assertThat(execution(id).ending()).isEqualTo(Ending.CANCELLED);
        assertThat(execution(id).reason()).isEqualTo("CANCELLED");
    }

    @Rule("SETTLE-4")
    void a_stop_cancels_what_has_not_started_and_nothing_else() {
        StoredDefinition wide = Shapes.of(
                "wide",
                "0000000000000001",
                Stream.of("completed", "running", "ready", "due later", "waiting")
                        .map(name -> new StoredDefinition.Task(name, name.equals("waiting") ? List.of(1) : List.of()))
                        .toList());
        ExecutionId id = engine().start(wide);
        List<Claim> claims = engine().claim(4, wide);
        engine().complete(List.of(of(claims, 0)));
        engine().end(of(claims, 2), ClaimEnd.Kind.RELEASED);
        engine().end(of(claims, 3), ClaimEnd.Kind.RETRY, Duration.ofHours(1));

        List<TaskRef> cancelled = engine().cancel(id);

        assertThat(cancelled).containsExactlyInAnyOrder(new TaskRef(id, 2), new TaskRef(id, 3), new TaskRef(id, 4));
        assertThat(store().queries().tasks(id))
                .extracting(TaskRecord::status)
                .containsExactly(
                        TaskStatus.COMPLETED,
                        TaskStatus.RUNNING,
                        TaskStatus.CANCELLED,
                        TaskStatus.CANCELLED,
                        TaskStatus.CANCELLED);
    }

    private static Claim of(List<Claim> claims, int ordinal) {
        return claims.stream()
                .filter(claim -> claim.ref().task().ordinal() == ordinal)
                .findFirst()
                .orElseThrow();
    }

    @Rule("SETTLE-4")
    void a_cancelled_task_has_its_reason_and_its_time_and_is_not_claimed() {
        ExecutionId id = engine().start(three);
        engine().cancel(id);

        assertThat(store().queries().tasks(id)).allSatisfy(task -> {
            assertThat(task.status()).isEqualTo(TaskStatus.CANCELLED);
            assertThat(task.reason()).isEqualTo("stopped");
            assertThat(task.completedAt()).isNotNull();
        });
        assertThat(engine().claim(5, three)).isEmpty();
        assertThat(execution(id).status()).isEqualTo(ExecutionStatus.CANCELLED);
    }

    @Rule("SETTLE-4")
    void a_stop_leaves_other_executions_alone() {
        ExecutionId other = engine().start(three);
        ExecutionId stopped = engine().start(three);
        engine().cancel(stopped);

        assertThat(store().queries().tasks(other)).allMatch(task -> task.status() == TaskStatus.READY);
    }

    @Rule("SETTLE-5")
    void a_parked_reason_is_stored_and_cleared() {
        ExecutionId id = engine().start(three);
        park(id, "the workflow is unknown here", EventKind.EXECUTION_PARKED);
        assertThat(execution(id).parkedReason()).isEqualTo("the workflow is unknown here");
        assertThat(execution(id).status()).isEqualTo(ExecutionStatus.PENDING);

        park(id, null, EventKind.EXECUTION_UNPARKED);
        assertThat(execution(id).parkedReason()).isNull();
    }

    @Rule("SETTLE-5")
    void parking_answers_with_those_that_it_changed() {
        ExecutionId parked = engine().start(three);
        ExecutionId open = engine().start(three);
        ExecutionId ended = engine().start(three);
        engine().cancel(ended);
        park(parked, "unknown here", EventKind.EXECUTION_PARKED);
        List<ExecutionId> all = List.of(parked, open, ended);

        assertThat(park(all, "unknown here", EventKind.EXECUTION_PARKED)).containsExactly(open);
        assertThat(execution(ended).parkedReason()).isNull();
        assertThat(park(all, "still unknown", EventKind.EXECUTION_PARKED)).containsExactlyInAnyOrder(parked, open);
        assertThat(park(all, null, EventKind.EXECUTION_UNPARKED)).containsExactlyInAnyOrder(parked, open);
        assertThat(park(all, null, EventKind.EXECUTION_UNPARKED)).isEmpty();
    }

    private void park(ExecutionId id, @Nullable String reason, EventKind kind) {
        park(List.of(id), reason, kind);
    }

    private List<ExecutionId> park(List<ExecutionId> ids, @Nullable String reason, EventKind kind) {
        return engine().transact(transaction -> {
            transaction.lock(ids);
            List<ExecutionId> changed = transaction.park(ids, reason);
            transaction.record(changed.stream()
                    .map(id -> engine().events().of(id, kind, reason))
                    .toList());
            return changed;
        });
    }

    private ExecutionRecord execution(ExecutionId id) {
        return store().queries().find(id).orElseThrow();
    }
}
