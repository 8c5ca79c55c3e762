package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** CLAIM: how a worker takes tasks. */
abstract class ClaimRules extends Chapter {

    @Rule("CLAIM-1")
    void a_task_that_is_held_is_not_claimed_again() {
        StoredDefinition single = Shapes.single("one");
        engine().start(single);
        PlainEngine other = new PlainEngine(store(), "worker-b");

        List<Claim> first = engine().claim(5, single);

        assertThat(first).hasSize(1);
        assertThat(other.claim(5, single)).isEmpty();
        assertThat(engine().claim(5, single)).isEmpty();
    }

    @Rule("CLAIM-1")
    void many_threads_claim_each_task_exactly_once() {
        StoredDefinition ten = engine().define(Shapes.independent(10));
        engine().admit(Stream.generate(() -> Submission.of(ten)).limit(40).toList());
        PlainEngine other = secondEngine();

        List<TaskRef> claimed = Race.of(16, number -> claimAll(number % 2 == 0 ? engine() : other, ten)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(claimed).hasSize(400).doesNotHaveDuplicates();
    }

    private static List<TaskRef> claimAll(PlainEngine engine, StoredDefinition definition) {
        List<TaskRef> claimed = new ArrayList<>();
        List<Claim> batch = engine.claim(7, definition);
        while (!batch.isEmpty()) {
            batch.forEach(claim -> claimed.add(claim.ref().task()));
            batch = engine.claim(7, definition);
        }
        return claimed;
    }

    @Rule("CLAIM-2")
    void no_more_than_the_limit_is_claimed() {
        StoredDefinition ten = Shapes.independent(10);
        engine().start(ten);

        assertThat(engine().claim(0, ten)).isEmpty();
        assertThat(engine().claim(3, ten)).hasSize(3);
        assertThat(engine().claim(100, ten)).hasSize(7);
    }

    @Rule("CLAIM-3")
    void a_higher_priority_is_claimed_first() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        List<ExecutionId> admitted = engine()
                .admit(Stream.of(0, 5, -3, 9)
                        .map(priority -> Submission.of(single).withPriority(priority))
                        .toList())
                .stream()
                .map(Admission::stored)
                .toList();

        assertThat(claimOneByOne(single, 4))
                .extracting(TaskRef::execution)
                .containsExactly(admitted.get(3), admitted.get(1), admitted.get(0), admitted.get(2));
    }

    @Rule("CLAIM-4")
    void within_a_priority_the_earlier_due_is_claimed_first() {
        StoredDefinition three = Shapes.independent(3);
        ExecutionId id = engine().start(three);
        List<Duration> delays = List.of(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(2));
        engine().claim(3, three)
                .forEach(claim -> engine().end(
                                claim,
                                ClaimEnd.Kind.RELEASED,
                                delays.get(claim.ref().task().ordinal())));
        harness().advance(Duration.ofMinutes(5));
        engine().transact(transaction -> transaction.promoteDue(10));

        assertThat(claimOneByOne(three, 3)).containsExactly(new TaskRef(id, 1), new TaskRef(id, 2), new TaskRef(id, 0));
    }

    @Rule("CLAIM-4")
    @OnlyWith(Need.CLOCK_OF_THE_RUNNER)
    void what_is_due_at_once_is_claimed_by_id_and_ordinal() {
        StoredDefinition pair = engine().define(Shapes.independent(2));
        Submission older = Submission.of(pair);
        Submission newer = Submission.of(pair);
        engine().admit(List.of(newer, older));

        assertThat(claimOneByOne(pair, 4))
                .containsExactly(
                        new TaskRef(older.id(), 0),
                        new TaskRef(older.id(), 1),
                        new TaskRef(newer.id(), 0),
                        new TaskRef(newer.id(), 1));
    }

    private List<TaskRef> claimOneByOne(StoredDefinition definition, int times) {
        return IntStream.range(0, times)
                .mapToObj(time -> engine().claimOne(definition).ref().task())
                .toList();
    }

    @Rule("CLAIM-5")
    void only_tasks_of_the_asked_definitions_are_claimed() {
        StoredDefinition known = Shapes.single("known");
        StoredDefinition foreign = Shapes.single("foreign");
        engine().start(foreign);
        ExecutionId id = engine().start(known);

        assertThat(engine().claim(10)).isEmpty();
        assertThat(engine().claim(10, known))
                .extracting(claim -> claim.ref().task().execution())
                .containsExactly(id);
        assertThat(engine().claim(10, known)).isEmpty();
        assertThat(engine().claim(10, known, foreign)).hasSize(1);
    }

    @Rule("CLAIM-6")
    void every_claim_raises_the_epoch_by_one() {
        StoredDefinition single = Shapes.single("one");
        ExecutionId id = engine().start(single);

        Claim first = engine().claimOne(single);
        engine().end(first, ClaimEnd.Kind.RETRY);
        Claim second = engine().claimOne(single);
        engine().end(second, ClaimEnd.Kind.RELEASED);
        Claim third = engine().claimOne(single);
        harness().advance(PlainEngine.LEASE.plusMinutes(1));
        engine().end(third, ClaimEnd.Kind.LEASE_EXPIRED);
        Claim fourth = engine().claimOne(single);

        assertThat(List.of(first, second, third, fourth))
                .extracting(claim -> claim.ref().epoch())
                .containsExactly(1, 2, 3, 4);
        assertThat(store().queries().tasks(id).get(0).epoch()).isEqualTo(4);
    }

    @Rule("CLAIM-7")
    void a_claimed_task_runs_under_its_worker_and_lease() {
        StoredDefinition single = Shapes.single("one");
        ExecutionId id = engine().start(single);

        engine().claimOne(single);

        TaskRecord task = store().queries().tasks(id).get(0);
        assertThat(task.status()).isEqualTo(TaskStatus.RUNNING);
        assertThat(task.worker()).isEqualTo("worker-a");
        assertThat(Duration.between(task.startedAt(), task.leaseUntil()))
                .isBetween(PlainEngine.LEASE.minusMinutes(1), PlainEngine.LEASE.plusMinutes(1));
        assertThat(task.completedAt()).isNull();
    }

    @Rule("CLAIM-7")
    void a_task_tells_when_its_newest_claim_was_made() {
        StoredDefinition single = Shapes.single("one");
        ExecutionId id = engine().start(single);
        engine().end(engine().claimOne(single), ClaimEnd.Kind.RETRY);
        Instant first = store().queries().tasks(id).get(0).startedAt();
        harness().advance(Duration.ofSeconds(1));
        engine().claimOne(single);

        assertThat(store().queries().tasks(id).get(0).startedAt()).isAfter(first);
    }

    @Rule("CLAIM-8")
    void the_first_claim_starts_the_execution_and_says_so_once() {
        StoredDefinition three = Shapes.independent(3);
        ExecutionId id = engine().start(three);

        List<Claim> claims = new ArrayList<>(engine().claim(2, three));
        claims.addAll(engine().claim(2, three));

        assertThat(claims).hasSize(3);
        assertThat(claims).filteredOn(Claim::startsExecution).hasSize(1);
        assertThat(claims.subList(0, 2)).anyMatch(Claim::startsExecution);
        assertThat(store().queries().find(id).orElseThrow().status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(store().queries().find(id).orElseThrow().startedAt()).isNotNull();
    }

    @Rule("CLAIM-9")
    void a_claim_carries_what_its_worker_needs() {
        StoredDefinition single = Shapes.single("one");
        engine().start(single);

        Claim first = engine().claimOne(single);
        engine().end(first, ClaimEnd.Kind.RETRY);
        Claim second = engine().claimOne(single);
        harness().advance(PlainEngine.LEASE.plusMinutes(1));
        engine().end(second, ClaimEnd.Kind.LEASE_EXPIRED);
        Claim third = engine().claimOne(single);

        assertThat(List.of(first, second, third))
                .allMatch(claim -> claim.definition().equals(single.id()))
                .extracting(Claim::attempt)
                .containsExactly(1, 2, 2);
        assertThat(List.of(first, second, third))
                .extracting(Claim::recoveryAttempts)
                .containsExactly(0, 0, 1);
    }

    @Rule("CLAIM-10")
    void a_task_that_waits_or_has_ended_is_not_claimed() {
        StoredDefinition chain = Shapes.chain(3);
        engine().start(chain);

        List<Claim> root = engine().claim(10, chain);
        assertThat(root).extracting(claim -> claim.ref().task().ordinal()).containsExactly(0);
        engine().complete(root);
        List<Claim> next = engine().claim(10, chain);
        assertThat(next).extracting(claim -> claim.ref().task().ordinal()).containsExactly(1);
        engine().end(next.get(0), ClaimEnd.Kind.FAILED);
        assertThat(engine().claim(10, chain)).isEmpty();
    }

    @Rule("CLAIM-11")
    void a_parked_execution_is_claimed_by_whoever_can_run_it() {
        StoredDefinition single = Shapes.single("one");
        ExecutionId id = engine().start(single);
        engine().transact(transaction -> {
            transaction.lock(List.of(id));
            transaction.park(List.of(id), "worker-b does not know this workflow");
            transaction.record(List.of(engine().events().of(id, EventKind.EXECUTION_PARKED, null)));
            return "parked";
        });

        assertThat(engine().claim(10, single)).hasSize(1);
    }

    @Rule("CLAIM-12")
    void thousands_are_claimed_and_ended_in_one_call() {
        StoredDefinition wide = Shapes.independent(5_000);
        ExecutionId id = engine().start(wide);

        List<Claim> claims = engine().claim(5_000, wide);
        engine().complete(claims);

        assertThat(claims).hasSize(5_000);
        assertThat(store().queries().find(id).orElseThrow().status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    @Rule("CLAIM-13")
    @OnlyWith(Need.SEVERAL_WRITERS)
    void claiming_does_not_wait_for_a_claim_that_is_not_committed() {
        StoredDefinition pair = Shapes.independent(2);
        engine().start(pair);
        PlainEngine other = new PlainEngine(store(), "worker-b");

        int claimedMeanwhile = rehearse(transaction -> {
            transaction.claim(new ClaimRequest("worker-a", List.of(pair.id()), 1, PlainEngine.LEASE));
            return Race.of(1, number -> other.claim(2, pair)).get(0).size();
        });

        assertThat(claimedMeanwhile).isEqualTo(1);
    }
}
