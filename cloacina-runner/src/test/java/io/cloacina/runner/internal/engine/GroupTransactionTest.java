package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.FaultPoints;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupTransactionTest {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private final LoopBench bench = new LoopBench(FaultPoints.NONE);

    @Test
    void a_claim_that_only_seemed_to_have_expired_is_kept_though_its_execution_is_ending() {
        Claim claim = claimOne();
        commit(List.of(cancellation(claim)), 0);
        GroupResult result = commit(List.of(takenBack(claim)), 0);
        assertThat(result.applied()).isEmpty();
        assertThat(statusOf(claim)).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void a_claim_that_expired_while_its_execution_is_ending_ends_cancelled_and_so_does_the_execution() {
        Claim claim = claimOne();
        commit(List.of(cancellation(claim)), 0);
        bench.time.advance(LEASE.plusSeconds(1));
        GroupResult result = commit(List.of(takenBack(claim)), 0);
        assertThat(result.settled()).containsEntry(executionOf(claim), ExecutionStatus.CANCELLED);
        assertThat(statusOf(claim)).isEqualTo(TaskStatus.CANCELLED);
        bench.database.checkInvariants();
    }

    @Test
    void what_others_left_is_claimed_only_by_a_transaction_that_is_to_look_for_it() {
        Claim claim = claimOne();
        submitOne();
        assertThat(commit(new Group(List.of(failed(claim)), 1, Search.OWN)).claims())
                .isEmpty();
        assertThat(commit(new Group(List.of(), 1, Search.READY)).claims()).hasSize(1);
    }

    @Test
    void what_a_transaction_makes_ready_itself_it_claims_in_any_case() {
        Claim claim = claimOne();
        assertThat(commit(new Group(List.of(released(claim)), 1, Search.OWN)).claims())
                .hasSize(1);
    }

    private Claim claimOne() {
        submitOne();
        return commit(new Group(List.of(), 1, Search.READY)).claims().get(0);
    }

    private void submitOne() {
        CompletableFuture<Admission> admitted = bench.submit();
        bench.loop.step();
        assertThat(admitted).isDone();
    }

    private GroupResult commit(List<Request> requests, int claims) {
        return commit(new Group(requests, claims, Search.OWN));
    }

    private GroupResult commit(Group group) {
        GroupTransaction work = new GroupTransaction(group, bench.engine.definitions(), "bench", LEASE);
        return bench.engine.store().transact(Lane.WORK, work);
    }

    private static Request cancellation(Claim claim) {
        return new Cancellation(executionOf(claim), Ending.CANCELLED, "by a caller", new CompletableFuture<>(), 0);
    }

    private static Request takenBack(Claim claim) {
        return end(claim, ClaimEnd.Kind.ABANDONED, "its lease expired");
    }

    private static Request released(Claim claim) {
        return end(claim, ClaimEnd.Kind.RELEASED, "handed back");
    }

    private static Request failed(Claim claim) {
        return end(claim, ClaimEnd.Kind.FAILED, "it threw");
    }

    private static Request end(Claim claim, ClaimEnd.Kind kind, String reason) {
        return new TaskEnd(claim.ref(), claim.definition(), claim.attempt(), kind, Duration.ZERO, reason, null, 0);
    }

    private TaskStatus statusOf(Claim claim) {
        return bench.engine.store().queries().tasks(executionOf(claim)).get(0).status();
    }

    private static ExecutionId executionOf(Claim claim) {
        return claim.ref().task().execution();
    }
}
