package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InboxTest {

    private final AtomicInteger wakeUps = new AtomicInteger();
    private final Inbox inbox = new Inbox(wakeUps::incrementAndGet);
    private final Slots slots = new Slots(1, new LoopBench.StandingTime());

    @Test
    void a_loop_that_waits_for_a_slot_is_woken_when_another_loop_gives_one_back() {
        slots.take(1);
        inbox.want(Search.READY);
        assertThat(inbox.take(64, slots).claimLimit()).isZero();
        int before = wakeUps.get();
        slots.giveBack(1);
        inbox.slotsFreed();
        assertThat(wakeUps).hasValue(before + 1);
        assertThat(inbox.take(64, slots).claimLimit()).isEqualTo(1);
    }

    @Test
    void a_loop_that_waits_for_no_slot_is_left_alone() {
        inbox.slotsFreed();
        assertThat(wakeUps).hasValue(0);
    }

    @Test
    void what_another_loop_looks_for_is_looked_for_only_beside_something_to_write() {
        inbox.note(Search.READY);
        assertThat(inbox.hasWork(slots)).isFalse();
        inbox.slotsFreed();
        assertThat(wakeUps).hasValue(0);
        inbox.add(new Cancellation(
                new ExecutionId(new UUID(1, 1)), Ending.CANCELLED, "by a caller", new CompletableFuture<>(), 0));
        assertThat(inbox.take(64, slots).search()).isEqualTo(Search.READY);
    }

    @Test
    void what_is_put_back_comes_first_and_the_promotion_with_it() {
        inbox.want(Search.DUE);
        Group taken = inbox.take(64, slots);
        assertThat(taken.search()).isEqualTo(Search.DUE);
        slots.giveBack(taken.claimLimit());
        inbox.putBack(taken);
        assertThat(inbox.take(64, slots)).isEqualTo(taken);
    }
}
