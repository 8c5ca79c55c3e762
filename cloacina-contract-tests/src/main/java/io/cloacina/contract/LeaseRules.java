package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.ExpiredClaim;
import io.cloacina.ports.HeldClaim;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** LEASE: how claims are kept alive, and how dead ones are found. */
abstract class LeaseRules extends Chapter {

    private static final Duration LEASE = PlainEngine.LEASE;

    private final StoredDefinition three = Shapes.independent(3);

    @Rule("LEASE-1")
    void an_extended_claim_outlives_its_first_lease() {
        engine().start(three);
        List<Claim> claims = engine().claim(2, three);
        harness().advance(LEASE.dividedBy(2));
        extend(claims.get(0).ref());
        harness().advance(LEASE.dividedBy(2).plusMinutes(1));

        assertThat(store().queries().expiredClaims(10))
                .extracting(ExpiredClaim::ref)
                .containsExactly(claims.get(1).ref());
        harness().advance(LEASE.dividedBy(2));
        assertThat(store().queries().expiredClaims(10)).hasSize(2);
    }

    /** The time at which the transaction began will not do: it may have waited long for what it extends. */
    @Rule("LEASE-1")
    @OnlyWith(Need.SEVERAL_WRITERS)
    void now_is_when_the_lease_is_extended_and_not_when_its_transaction_began() {
        ExecutionId id = engine().start(Shapes.single("one"));
        PlainEngine other = secondEngine();
        engine().transact(transaction -> {
            transaction.claimsOf("whoever begins");
            Claim claim = other.claimOne(Shapes.single("one"));
            return transaction.extend(List.of(claim.ref()), LEASE);
        });

        TaskRecord task = store().queries().tasks(id).get(0);
        assertThat(task.leaseUntil())
                .isAfterOrEqualTo(Objects.requireNonNull(task.startedAt()).plus(LEASE));
    }

    @Rule("LEASE-2")
    void the_answer_names_exactly_the_claims_that_are_held() {
        engine().start(three);
        List<Claim> claims = engine().claim(3, three);
        engine().end(claims.get(0), ClaimEnd.Kind.COMPLETED);
        engine().end(claims.get(1), ClaimEnd.Kind.RELEASED);
        Claim again = engine().claimOne(three);
        ClaimRef unknown = new ClaimRef(new TaskRef(Submission.nextId(), 0), 1);

        assertThat(extend(
                        claims.get(0).ref(), claims.get(1).ref(), claims.get(2).ref(), again.ref(), unknown))
                .extracting(HeldClaim::ref)
                .containsExactlyInAnyOrder(claims.get(2).ref(), again.ref());
    }

    @Rule("LEASE-2")
    void a_lost_claim_does_not_extend_the_one_that_followed_it() {
        StoredDefinition single = Shapes.single("one");
        engine().start(single);
        Claim lost = engine().claimOne(single);
        engine().end(lost, ClaimEnd.Kind.RELEASED);
        Claim next = engine().claimOne(single);
        harness().advance(LEASE.dividedBy(2));

        assertThat(extend(lost.ref())).isEmpty();
        harness().advance(LEASE.dividedBy(2).plusMinutes(1));
        assertThat(store().queries().expiredClaims(10))
                .extracting(ExpiredClaim::ref)
                .containsExactly(next.ref());
    }

    @Rule("LEASE-3")
    void a_held_claim_tells_that_its_execution_is_ending() {
        List<ClaimRef> claims = Stream.of("going", "cancelled", "late")
                .map(name -> startAndClaim(Shapes.single(name)))
                .toList();
        engine().cancel(claims.get(1).task().execution());
        engine().timeOut(claims.get(2).task().execution());

        assertThat(extend(claims.toArray(ClaimRef[]::new)))
                .containsExactlyInAnyOrder(
                        new HeldClaim(claims.get(0), null, true),
                        new HeldClaim(claims.get(1), Ending.CANCELLED, true),
                        new HeldClaim(claims.get(2), Ending.TIMED_OUT, true));
    }

    private ClaimRef startAndClaim(StoredDefinition definition) {
        engine().start(definition);
        return engine().claimOne(definition).ref();
    }

    @Rule("LEASE-4")
    void a_live_lease_is_not_listed_as_expired() {
        engine().start(three);
        engine().claim(3, three);
        harness().advance(LEASE.minusMinutes(2));

        assertThat(store().queries().expiredClaims(10)).isEmpty();
    }

    @Rule("LEASE-5")
    void expired_claims_are_listed_longest_first_up_to_the_limit() {
        engine().start(three);
        Claim first = engine().claimOne(three);
        harness().advance(Duration.ofMinutes(1));
        Claim second = engine().claimOne(three);
        harness().advance(Duration.ofMinutes(1));
        Claim third = engine().claimOne(three);
        harness().advance(LEASE.plusMinutes(1));

        assertThat(store().queries().expiredClaims(10))
                .containsExactly(expired(first), expired(second), expired(third));
        assertThat(store().queries().expiredClaims(2)).containsExactly(expired(first), expired(second));
    }

    @Rule("LEASE-5")
    void an_expired_claim_that_has_ended_is_listed_no_more() {
        engine().start(three);
        List<Claim> claims = engine().claim(3, three);
        harness().advance(LEASE.plusMinutes(1));
        engine().end(claims.get(0), ClaimEnd.Kind.LEASE_EXPIRED);
        engine().end(claims.get(1), ClaimEnd.Kind.COMPLETED);

        assertThat(store().queries().expiredClaims(10)).containsExactly(expired(claims.get(2)));
    }

    @Rule("LEASE-5")
    void an_expired_claim_is_listed_also_when_its_execution_is_ending() {
        ClaimRef cancelled = startAndClaim(Shapes.single("cancelled"));
        ClaimRef late = startAndClaim(Shapes.single("late"));
        engine().cancel(cancelled.task().execution());
        engine().timeOut(late.task().execution());
        harness().advance(LEASE.plusMinutes(1));

        assertThat(store().queries().expiredClaims(10))
                .extracting(ExpiredClaim::ref)
                .containsExactlyInAnyOrder(cancelled, late);
    }

    private static ExpiredClaim expired(Claim claim) {
        return new ExpiredClaim(claim.ref(), claim.definition(), claim.attempt(), claim.recoveryAttempts());
    }

    @Rule("LEASE-6")
    void an_expired_claim_that_nobody_took_can_be_extended() {
        engine().start(three);
        Claim claim = engine().claimOne(three);
        harness().advance(LEASE.plusMinutes(1));

        assertThat(extend(claim.ref())).hasSize(1);
        assertThat(store().queries().expiredClaims(10)).isEmpty();
    }

    @Rule("LEASE-7")
    void a_worker_finds_every_claim_it_holds_and_no_other() {
        engine().start(three);
        List<Claim> own = engine().claim(2, three);
        new PlainEngine(store(), "worker-b").claim(1, three);
        engine().end(own.get(0), ClaimEnd.Kind.RETRY);
        Claim again = engine().claimOne(three);

        assertThat(claimsOf("worker-a"))
                .extracting(Claim::ref, Claim::definition, Claim::attempt)
                .containsExactlyInAnyOrder(
                        tuple(again.ref(), three.id(), 2), tuple(own.get(1).ref(), three.id(), 1));
        assertThat(claimsOf("worker-b")).hasSize(1);
        assertThat(claimsOf("worker-c")).isEmpty();
    }

    @Rule("LEASE-7")
    void a_worker_finds_a_claim_whose_lease_has_passed_and_that_nobody_took() {
        engine().start(three);
        Claim claim = engine().claimOne(three);
        harness().advance(LEASE.plusMinutes(1));

        assertThat(claimsOf("worker-a")).extracting(Claim::ref).containsExactly(claim.ref());
    }

    @Rule("LEASE-8")
    @OnlyWith(Need.SEVERAL_WRITERS)
    void a_heartbeat_leaves_a_task_alone_that_is_just_being_ended_and_says_so() {
        engine().start(three);
        List<ClaimRef> claims =
                engine().claim(2, three).stream().map(Claim::ref).toList();

        List<HeldClaim> meanwhile = rehearse(transaction -> {
            transaction.lock(List.of(claims.get(0).task().execution()));
            transaction.end(List.of(new ClaimEnd(claims.get(0), ClaimEnd.Kind.COMPLETED, Duration.ZERO, null)));
            return Race.of(1, number -> extend(claims.toArray(ClaimRef[]::new))).get(0);
        });

        assertThat(meanwhile)
                .containsExactlyInAnyOrder(
                        new HeldClaim(claims.get(0), null, false), new HeldClaim(claims.get(1), null, true));
    }

    @Rule("LEASE-8")
    @OnlyWith(Need.SEVERAL_WRITERS)
    void heartbeats_do_not_wait_for_work() {
        engine().start(three);
        Claim claim = engine().claimOne(three);

        int extendedMeanwhile = rehearse(transaction -> {
            transaction.lock(List.of(claim.ref().task().execution()));
            return Race.of(1, number -> extend(claim.ref()).size()).get(0);
        });

        assertThat(extendedMeanwhile).isEqualTo(1);
    }

    @Rule("LEASE-9")
    void thousands_of_claims_are_extended_in_one_call() {
        StoredDefinition wide = Shapes.independent(3_000);
        engine().start(wide);
        ClaimRef[] claims = engine().claim(3_000, wide).stream().map(Claim::ref).toArray(ClaimRef[]::new);

        assertThat(extend(claims)).hasSize(3_000);
    }

    private List<HeldClaim> extend(ClaimRef... claims) {
        return store().transact(Lane.HEARTBEAT, transaction -> transaction.extend(List.of(claims), LEASE));
    }

    private List<Claim> claimsOf(String worker) {
        return store().transact(Lane.WORK, transaction -> transaction.claimsOf(worker));
    }
}
