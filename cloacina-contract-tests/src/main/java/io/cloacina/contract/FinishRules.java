package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Duration;
import java.util.List;

/** FINISH: how claims end, and how a lost claim changes nothing. */
abstract class FinishRules extends Chapter {

    private final StoredDefinition single = Shapes.single("one");

    @Rule("FINISH-1")
    void an_end_under_an_older_epoch_changes_nothing() {
        ExecutionId id = engine().start(single);
        Claim stale = engine().claimOne(single);
        engine().end(stale, ClaimEnd.Kind.RELEASED);
        engine().claimOne(single);
        TaskRecord before = task(id);

        for (ClaimEnd.Kind kind : ClaimEnd.Kind.values()) {
            engine().end(stale, kind);
        }

        assertThat(task(id)).isEqualTo(before);
    }

    @Rule("FINISH-1")
    void an_end_of_a_task_that_does_not_run_changes_nothing() {
        ExecutionId id = engine().start(single);
        Claim claim = engine().claimOne(single);
        engine().complete(List.of(claim));
        TaskRecord before = task(id);

        engine().end(claim, ClaimEnd.Kind.FAILED);
        engine().end(claim, ClaimEnd.Kind.RETRY);

        assertThat(task(id)).isEqualTo(before);
    }

    @Rule("FINISH-1")
    void of_many_ends_of_one_claim_one_is_applied() {
        StoredDefinition twenty = Shapes.independent(20);
        engine().start(twenty);
        List<Claim> claims = engine().claim(20, twenty);

        List<Integer> applied = Race.of(8, number -> (int) claims.stream()
                .filter(claim -> engine().end(claim, number % 2 == 0 ? ClaimEnd.Kind.COMPLETED : ClaimEnd.Kind.FAILED))
                .count());

        assertThat(applied.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
    }

    @Rule("FINISH-2")
    void the_answer_names_exactly_the_ends_that_were_applied() {
        StoredDefinition three = Shapes.independent(3);
        ExecutionId id = engine().start(three);
        List<Claim> claims = engine().claim(3, three);
        engine().end(claims.get(1), ClaimEnd.Kind.RELEASED, Duration.ofHours(1));

        List<ClaimEnd> ends = claims.stream()
                .map(claim -> new ClaimEnd(claim.ref(), ClaimEnd.Kind.COMPLETED, Duration.ZERO, null))
                .toList();
        ClaimEnd neverClaimed =
                new ClaimEnd(new ClaimRef(new TaskRef(id, 7), 1), ClaimEnd.Kind.COMPLETED, Duration.ZERO, null);

        assertThat(engine().end(List.of(ends.get(0), ends.get(1), ends.get(2), neverClaimed)))
                .containsExactlyInAnyOrder(ends.get(0), ends.get(2));
    }

    @Rule("FINISH-3")
    void a_completed_task_has_its_time_and_no_holder() {
        ExecutionId id = engine().start(single);
        engine().complete(List.of(engine().claimOne(single)));

        assertThat(task(id).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(task(id).reason()).isNull();
        assertThatNobodyHolds(task(id));
        assertThat(task(id).completedAt()).isNotNull();
    }

    @Rule("FINISH-3")
    void a_failed_task_has_its_reason_its_time_and_no_holder() {
        ExecutionId id = engine().start(single);
        engine().end(engine().claimOne(single), ClaimEnd.Kind.FAILED);

        assertThat(task(id).status()).isEqualTo(TaskStatus.FAILED);
        assertThat(task(id).reason()).isEqualTo(Submission.SECRET + " because of FAILED");
        assertThatNobodyHolds(task(id));
        assertThat(task(id).completedAt()).isNotNull();
        assertThat(task(id).attempt()).isEqualTo(1);
    }

    @Rule("FINISH-3")
    void a_running_task_of_a_stopped_execution_ends_cancelled() {
        ExecutionId id = engine().start(single);
        Claim claim = engine().claimOne(single);
        engine().cancel(id);
        engine().end(claim, ClaimEnd.Kind.CANCELLED);

        assertThat(task(id).status()).isEqualTo(TaskStatus.CANCELLED);
        assertThatNobodyHolds(task(id));
        assertThat(task(id).completedAt()).isNotNull();
    }

    @Rule("FINISH-4")
    void a_retry_raises_the_attempt_and_waits() {
        ExecutionId id = engine().start(single);
        engine().end(engine().claimOne(single), ClaimEnd.Kind.RETRY, Duration.ofHours(3));

        TaskRecord task = task(id);
        assertThat(task.status()).isEqualTo(TaskStatus.READY);
        assertThat(task.attempt()).isEqualTo(2);
        assertThat(task.recoveryAttempts()).isZero();
        assertThat(task.reason()).isEqualTo(Submission.SECRET + " because of RETRY");
        assertThat(Duration.between(task.updatedAt(), task.dueAt()))
                .isBetween(
                        Duration.ofHours(3).minusMinutes(1), Duration.ofHours(3).plusMinutes(1));
        assertThatNobodyHolds(task);
        assertThat(task.completedAt()).isNull();
    }

    @Rule("FINISH-4")
    void a_release_costs_no_attempt() {
        ExecutionId id = engine().start(single);
        engine().end(engine().claimOne(single), ClaimEnd.Kind.RELEASED);

        assertThat(task(id).status()).isEqualTo(TaskStatus.READY);
        assertThat(task(id).attempt()).isEqualTo(1);
        assertThat(task(id).recoveryAttempts()).isZero();
        assertThatNobodyHolds(task(id));
    }

    @Rule("FINISH-4")
    void an_expired_lease_counts_as_a_recovery() {
        ExecutionId id = engine().start(single);
        Claim first = engine().claimOne(single);
        harness().advance(PlainEngine.LEASE.plusMinutes(1));
        engine().end(first, ClaimEnd.Kind.LEASE_EXPIRED);

        assertThat(task(id).status()).isEqualTo(TaskStatus.READY);
        assertThat(task(id).attempt()).isEqualTo(1);
        assertThat(task(id).recoveryAttempts()).isEqualTo(1);
        assertThatNobodyHolds(task(id));
    }

    @Rule("FINISH-4")
    void an_abandoned_task_has_failed_after_one_more_recovery() {
        ExecutionId id = engine().start(single);
        Claim claim = engine().claimOne(single);
        harness().advance(PlainEngine.LEASE.plusMinutes(1));
        engine().end(claim, ClaimEnd.Kind.ABANDONED);

        assertThat(task(id).status()).isEqualTo(TaskStatus.FAILED);
        assertThat(task(id).recoveryAttempts()).isEqualTo(1);
        assertThat(task(id).completedAt()).isNotNull();
        assertThatNobodyHolds(task(id));
    }

    @Rule("FINISH-5")
    void a_live_lease_is_not_taken_away() {
        ExecutionId id = engine().start(single);
        Claim claim = engine().claimOne(single);
        harness().advance(PlainEngine.LEASE.dividedBy(2));
        TaskRecord before = task(id);

        assertThat(engine().end(claim, ClaimEnd.Kind.LEASE_EXPIRED)).isFalse();
        assertThat(engine().end(claim, ClaimEnd.Kind.ABANDONED)).isFalse();
        assertThat(task(id)).isEqualTo(before);
    }

    @Rule("FINISH-6")
    void a_holder_may_end_its_claim_after_the_lease_as_long_as_nobody_took_it() {
        ExecutionId id = engine().start(single);
        Claim claim = engine().claimOne(single);
        harness().advance(PlainEngine.LEASE.multipliedBy(2));

        assertThat(engine().end(claim, ClaimEnd.Kind.COMPLETED)).isTrue();
        assertThat(task(id).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Rule("FINISH-7")
    void a_null_reason_clears_the_one_of_the_last_try() {
        ExecutionId id = engine().start(single);
        engine().end(engine().claimOne(single), ClaimEnd.Kind.RETRY);
        engine().complete(List.of(engine().claimOne(single)));

        assertThat(task(id).reason()).isNull();
    }

    private TaskRecord task(ExecutionId id) {
        return store().queries().tasks(id).get(0);
    }

    private static void assertThatNobodyHolds(TaskRecord task) {
        assertThat(task.worker()).isNull();
        assertThat(task.leaseUntil()).isNull();
    }
}
