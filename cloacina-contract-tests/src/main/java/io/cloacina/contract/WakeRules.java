package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoredDefinition;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** WAKE: how a process hears of others. */
abstract class WakeRules extends Chapter {

    private final StoredDefinition single = Shapes.single("one");

    @Rule("WAKE-1")
    @OnlyWith(Need.SECOND_STORE)
    void a_commit_of_another_store_is_noticed() {
        ExecutionStore listening = secondStore();
        listening.wakeUps().changedElsewhere();

        engine().start(single);

        assertThat(listening.wakeUps().changedElsewhere()).isTrue();
    }

    @Rule("WAKE-1")
    @OnlyWith(Need.SECOND_STORE)
    void every_later_commit_is_noticed_too() {
        ExecutionStore listening = secondStore();
        for (int time = 0; time < 5; time++) {
            engine().start(single);
            assertThat(listening.wakeUps().changedElsewhere()).isTrue();
        }
    }

    @Rule("WAKE-2")
    @OnlyWith({Need.PUSH, Need.SECOND_STORE})
    void an_announcement_calls_the_other_stores_back() throws InterruptedException {
        ExecutionStore listening = secondStore();
        CountDownLatch called = new CountDownLatch(1);
        listening.wakeUps().onAnnouncement(called::countDown);

        for (int time = 0; time < 100 && called.getCount() > 0; time++) {
            store().wakeUps().announce();
            called.await(100, TimeUnit.MILLISECONDS);
        }

        assertThat(called.getCount()).isZero();
    }

    @Rule("WAKE-3")
    @OnlyWith(Need.POLL)
    void a_store_that_polls_calls_nobody_back() {
        AtomicInteger calls = new AtomicInteger();
        ExecutionStore listening = secondStore();

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
}
