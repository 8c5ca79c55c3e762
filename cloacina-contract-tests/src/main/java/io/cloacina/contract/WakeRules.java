package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import io.cloacina.ports.StoredDefinition;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** WAKE: how a process hears of others. */
abstract class WakeRules extends Chapter {

    private final StoredDefinition single = Shapes.single("one");

    @Rule("WAKE-1")
    void a_commit_of_another_store_is_noticed() {
        ExecutionStore listening = openAgain();
        listening.wakeUps().changedElsewhere();

        engine().start(single);

        assertThat(listening.wakeUps().changedElsewhere()).isTrue();
    }

    @Rule("WAKE-1")
    void every_later_commit_is_noticed_too() {
        ExecutionStore listening = openAgain();
        for (int time = 0; time < 5; time++) {
            engine().start(single);
            assertThat(listening.wakeUps().changedElsewhere()).isTrue();
        }
    }

    @Rule("WAKE-2")
    void an_announcement_calls_the_other_stores_back() throws InterruptedException {
        assumePush();
        ExecutionStore listening = openAgain();
        CountDownLatch called = new CountDownLatch(1);
        listening.wakeUps().onAnnouncement(called::countDown);

        for (int time = 0; time < 100 && called.getCount() > 0; time++) {
            store().wakeUps().announce();
            called.await(100, TimeUnit.MILLISECONDS);
        }

        assertThat(called.getCount()).isZero();
    }

    @Rule("WAKE-3")
    void a_store_that_polls_calls_nobody_back() {
        assumeTrue(harness().traits().wakeUps() == WakeUpKind.POLL, "trait wakeUps is PUSH: the store calls back");
        AtomicInteger calls = new AtomicInteger();
        ExecutionStore listening = openAgain();

        listening.wakeUps().onAnnouncement(calls::incrementAndGet);
        store().wakeUps().announce();

        assertThat(calls).hasValue(0);
    }

    @Rule("WAKE-4")
    void announcing_to_nobody_does_no_harm() {
        assertThatCode(() -> {
                    store().wakeUps().announce();
                    store().wakeUps().announce();
                })
                .doesNotThrowAnyException();
    }

    @Rule("WAKE-5")
    void a_hint_may_be_lost() {
        abort("untestable: that a hint may be dropped forbids nothing; the engine polls");
    }

    private void assumePush() {
        assumeTrue(harness().traits().wakeUps() == WakeUpKind.PUSH, "trait wakeUps is POLL: the engine asks");
    }
}
