package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Admission;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.StartOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriteLoopTest {

    private final Queue<Supplier<RuntimeException>> troubles = new ArrayDeque<>();
    private Runnable beforeCommit = () -> {};
    private final LoopBench bench = new LoopBench(point -> {
        if (point.equals(InMemoryStore.BEFORE_COMMIT)) {
            beforeCommit.run();
        }
        if (point.equals(InMemoryStore.BEFORE_COMMIT) && !troubles.isEmpty()) {
            throw troubles.remove().get();
        }
    });

    @Test
    void a_caller_is_told_while_it_cannot_be_found_out_whether_his_execution_is_stored() {
        trouble(new StoreException.OutcomeUnknown("cut off", null), away(), away());
        CompletableFuture<Admission> answer = bench.submit();
        bench.loop.step();
        bench.loop.step();
        assertThat(answer).isNotDone();
        bench.time.advance(WriteLoop.PATIENCE.plus(Duration.ofNanos(1)));
        bench.loop.step();
        assertThatThrownBy(answer::get).hasCauseInstanceOf(StoreException.OutcomeUnknown.class);
        assertThat(bench.loop.hasWork()).as("it is found out all the same").isTrue();
        bench.loop.step();
        assertThat(bench.loop.hasWork()).isFalse();
    }

    @Test
    void a_caller_is_told_when_the_loop_ends_before_it_is_found_out_whether_his_execution_is_stored() {
        trouble(new StoreException.OutcomeUnknown("cut off", null), away());
        CompletableFuture<Admission> answer = bench.submit();
        bench.loop.step();
        bench.loop.step();
        assertThat(answer).isNotDone();
        bench.loop.ended();
        assertThatThrownBy(answer::get).hasCauseInstanceOf(StoreException.OutcomeUnknown.class);
    }

    @Test
    void a_caller_is_told_when_the_store_cannot_be_reached_for_too_long() {
        trouble(away(), away());
        CompletableFuture<Admission> answer = bench.submit();
        bench.loop.step();
        assertThat(answer).isNotDone();
        bench.time.advance(WriteLoop.PATIENCE.plus(Duration.ofNanos(1)));
        bench.loop.step();
        assertThatThrownBy(answer::get).hasCauseInstanceOf(StoreException.ConnectionLost.class);
        assertThat(bench.loop.hasWork())
                .as("what was given up is not stored later")
                .isFalse();
    }

    @Test
    void a_commit_may_be_cut_off_twice() throws Exception {
        trouble(new StoreException.OutcomeUnknown("cut off", null), away());
        CompletableFuture<Admission> answer = bench.submit();
        bench.loop.step();
        bench.loop.step();
        trouble(new StoreException.OutcomeUnknown("cut off again", null));
        List.of(1, 2, 3).forEach(step -> bench.loop.step());
        assertThat(answer).as("found not stored, tried again").isDone();
        assertThat(answer.get().created()).isTrue();
    }

    @Test
    void those_who_were_answered_are_waited_for_unless_somebody_else_would_wait_too() {
        commitThatTakes(Duration.ofMillis(4), bench::submit, bench::submit);
        assertThat(bench.loop.patience()).isEqualTo(Duration.ofMillis(2));
        bench.submit();
        assertThat(bench.loop.patience()).isEqualTo(Duration.ofMillis(2));
        bench.inbox.want(Search.DUE);
        assertThat(bench.loop.patience()).isZero();
        bench.loop.step();
        assertThat(bench.loop.hasWork()).isFalse();
    }

    @Test
    void nobody_is_waited_for_after_a_commit_that_was_in_doubt() {
        trouble(new StoreException.OutcomeUnknown("cut off", null));
        commitThatTakes(Duration.ofMillis(4), bench::submit, bench::submit);
        assertThat(bench.loop.patience()).isZero();
        bench.loop.step();
        assertThat(bench.loop.patience())
                .as("as long as the commit after it took")
                .isZero();
    }

    private void commitThatTakes(Duration time, Runnable... requests) {
        beforeCommit = () -> bench.time.advance(time);
        List.of(requests).forEach(Runnable::run);
        bench.loop.step();
        beforeCommit = () -> {};
    }

    @Test
    void a_promotion_that_was_refused_is_wanted_still() {
        trouble(new StoreException.Refused("not now", null));
        bench.inbox.want(Search.DUE);
        bench.loop.step();
        assertThat(bench.inbox.take(1, new Slots(0, bench.time)).search()).isEqualTo(Search.DUE);
    }

    @Test
    void what_meets_an_unreadable_row_of_another_execution_is_tried_again() throws Exception {
        ExecutionId other = new ExecutionId(new UUID(1, 1));
        trouble(new StoreException.Unreadable(other, "a row of another one", null));
        CompletableFuture<Admission> answer = bench.submit();
        bench.loop.step();
        assertThat(answer).isNotDone();
        bench.loop.step();
        assertThat(answer.get().created()).isTrue();
    }

    @Test
    void a_caller_whose_fate_is_unknown_is_told_so_when_the_store_turns_out_unusable() {
        trouble(
                new StoreException.OutcomeUnknown("cut off", null),
                new StoreException.Unusable("the file is gone", null));
        CompletableFuture<Admission> answer = bench.submit();
        bench.loop.step();
        bench.loop.step();
        assertThatThrownBy(answer::get).hasCauseInstanceOf(StoreException.OutcomeUnknown.class);
    }

    @Test
    void one_request_that_brings_the_jvm_to_fail_each_time_does_not_keep_its_neighbours_from_being_stored() {
        LoopBench poisoned = new LoopBench(FaultPoints.NONE, Poisoned::new);
        CompletableFuture<Admission> first = poisoned.submit();
        CompletableFuture<Admission> poison =
                poisoned.submit(StartOptions.none().priority(Poisoned.PRIORITY));
        CompletableFuture<Admission> last = poisoned.submit();
        for (int step = 0; step < 20; step++) {
            poisoned.loop.step();
        }
        assertThat(first).isCompleted();
        assertThat(last).isCompleted();
        assertThat(poison).isNotDone();
        poisoned.time.advance(WriteLoop.PATIENCE.plus(Duration.ofNanos(1)));
        for (int step = 0; step < 5; step++) {
            poisoned.loop.step();
        }
        assertThatThrownBy(poison::get).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(poisoned.loop.hasWork()).isFalse();
    }

    private void trouble(RuntimeException... errors) {
        List.of(errors).forEach(error -> troubles.add(() -> error));
    }

    private static StoreException away() {
        return new StoreException.ConnectionLost("away", null);
    }
}
