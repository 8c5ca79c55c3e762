package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** LOCK: what two transactions do to each other. */
abstract class LockRules extends Chapter {

    @Rule("LOCK-1")
    void no_change_is_lost_between_transactions_that_lock() {
        StoredDefinition wide = Shapes.independent(64);
        ExecutionId id = engine().start(wide);
        List<Claim> claims = engine().claim(64, wide);
        PlainEngine other = secondEngine().knowing(wide);

        Race.of(8, number -> {
            claims.subList(number * 8, number * 8 + 8)
                    .forEach(claim -> (number % 2 == 0 ? engine() : other).end(claim, ClaimEnd.Kind.FAILED));
            return number;
        });

        assertThat(store().queries().find(id).orElseThrow().openTasks()).isZero();
        assertThat(store().queries().find(id).orElseThrow().status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Rule("LOCK-2")
    void two_dependencies_that_end_at_once_open_their_join_exactly_once() {
        StoredDefinition join = Shapes.join(2);
        PlainEngine other = secondEngine().knowing(join);

        for (int round = 0; round < 10; round++) {
            ExecutionId id = engine().start(join);
            List<Claim> both = engine().claim(2, join);
            endTogether(both.get(0), both.get(1), other);

            assertThat(store().queries().tasks(id))
                    .extracting(TaskRecord::status)
                    .containsExactly(TaskStatus.COMPLETED, TaskStatus.COMPLETED, TaskStatus.READY);
            engine().complete(engine().claim(1, join));
        }
    }

    /** The second transaction stands before its lock when the first one, which holds it, has only its commit left to do. */
    private void endTogether(Claim first, Claim second, PlainEngine other) {
        Overlap overlap = new Overlap(harness().traits().maxWriters() > 1);
        Race.of(2, number -> {
            if (number == 0) {
                engine().complete(List.of(first), overlap.first());
            } else {
                overlap.secondComes();
                other.complete(List.of(second), overlap.second());
            }
            return number;
        });
    }

    @Rule("LOCK-3")
    void a_task_is_either_claimed_or_cancelled() {
        StoredDefinition wide = Shapes.independent(5);
        PlainEngine other = secondEngine();
        engine().define(wide);
        List<ExecutionId> started =
                Stream.generate(() -> engine().start(wide)).limit(40).toList();

        List<Integer> counted = Race.of(4, number -> number < 2 ? cancelAll(started, number) : claimAll(wide, other));

        assertThat(counted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
        assertThat(started.stream().flatMap(id -> store().queries().tasks(id).stream()))
                .allMatch(task -> task.status() == TaskStatus.RUNNING || task.status() == TaskStatus.CANCELLED);
    }

    private int cancelAll(List<ExecutionId> executions, int number) {
        int cancelled = 0;
        for (int at = number; at < executions.size(); at += 2) {
            cancelled += engine().cancel(executions.get(at)).size();
        }
        return cancelled;
    }

    private static int claimAll(StoredDefinition definition, PlainEngine engine) {
        int claimed = 0;
        for (int turn = 0; turn < 40; turn++) {
            claimed += engine.claim(3, definition).size();
        }
        return claimed;
    }

    @Rule("LOCK-4")
    void locks_are_taken_in_one_order_whatever_order_is_asked_for() {
        StoredDefinition single = Shapes.single("one");
        List<ExecutionId> upwards =
                Stream.generate(() -> engine().start(single)).limit(10).toList();
        List<ExecutionId> downwards = new ArrayList<>(upwards);
        Collections.reverse(downwards);

        List<Integer> locked = Race.of(6, number -> lockOften(number % 2 == 0 ? upwards : downwards));

        assertThat(locked).containsOnly(200);
    }

    private int lockOften(List<ExecutionId> executions) {
        int locked = 0;
        for (int turn = 0; turn < 20; turn++) {
            locked += store().transact(Lane.WORK, transaction -> transaction.lock(executions))
                    .size();
        }
        return locked;
    }

    @Rule("LOCK-5")
    void what_is_not_there_is_not_locked_and_what_is_asked_twice_is_locked_once() {
        ExecutionId id = engine().start(Shapes.single("one"));

        List<LockedExecution> locked = rehearse(transaction -> transaction.lock(List.of(Submission.nextId(), id, id)));

        assertThat(locked).extracting(LockedExecution::id).containsExactly(id);
    }

    @Rule("LOCK-6")
    @OnlyWith(Need.SEVERAL_WRITERS)
    void a_claim_does_not_wait_for_a_locked_execution() {
        StoredDefinition pair = Shapes.independent(2);
        ExecutionId id = engine().start(pair);
        PlainEngine other = new PlainEngine(store(), "worker-b");

        int claimedMeanwhile = rehearse(transaction -> {
            transaction.lock(List.of(id));
            return Race.of(1, number -> other.claim(2, pair)).get(0).size();
        });

        assertThat(claimedMeanwhile).isEqualTo(2);
    }

    @Rule("LOCK-7")
    void expired_claims_are_taken_by_one_of_many_sweepers() {
        StoredDefinition wide = Shapes.independent(30);
        engine().start(wide);
        List<Claim> claims = engine().claim(30, wide);
        harness().advance(PlainEngine.LEASE.plus(Duration.ofMinutes(1)));

        List<Integer> taken = Race.of(
                6,
                number -> engine().end(claims.stream()
                                .map(claim -> new ClaimEnd(
                                        claim.ref(), ClaimEnd.Kind.LEASE_EXPIRED, Duration.ZERO, "worker-a is gone"))
                                .toList())
                        .size());

        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(30);
    }

    @Rule("LOCK-8")
    @OnlyWith(Need.ONE_WRITER)
    void a_claim_that_comes_while_another_transaction_is_under_way_waits_for_its_turn() {
        StoredDefinition pair = Shapes.independent(2);
        engine().start(pair);
        PlainEngine other = secondEngine();

        int claimed = whileUnderWay(
                transaction -> transaction
                        .claim(new ClaimRequest("worker-a", List.of(pair.id()), 1, PlainEngine.LEASE))
                        .size(),
                () -> other.claim(2, pair).size());

        assertThat(claimed).isEqualTo(2);
    }

    @Rule("LOCK-8")
    @OnlyWith(Need.ONE_WRITER)
    void a_heartbeat_that_comes_while_another_transaction_is_under_way_waits_for_its_turn() {
        StoredDefinition single = Shapes.single("one");
        ExecutionId id = engine().start(single);
        ClaimRef claim = engine().claimOne(single).ref();
        ExecutionStore other = secondStore();

        int extended = whileUnderWay(
                transaction -> transaction.lock(List.of(id)).size(),
                () -> other.transact(
                                Lane.HEARTBEAT, transaction -> transaction.extend(List.of(claim), PlainEngine.LEASE))
                        .size());

        assertThat(extended).isEqualTo(1);
    }

    /** What {@code other} returns, which begins during a transaction that is rolled back then. */
    private int whileUnderWay(Function<StoreTransaction, Integer> first, Supplier<Integer> other) {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch coming = new CountDownLatch(1);
        return Race.of(2, number -> {
                    if (number == 0) {
                        return rehearse(transaction -> {
                            int done = first.apply(transaction);
                            underWay.countDown();
                            Overlap.await(coming);
                            return done;
                        });
                    }
                    Overlap.await(underWay);
                    coming.countDown();
                    return other.get();
                })
                .get(1);
    }
}
