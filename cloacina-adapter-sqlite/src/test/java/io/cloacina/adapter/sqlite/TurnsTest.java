package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void a_heartbeat_has_the_very_next_turn() throws Exception {
        Turns turns = new Turns(Duration.ofSeconds(10));
        turns.take(false);
        List<Future<?>> all = List.of(
                queue(turns, false, "work 1", 1), queue(turns, false, "work 2", 2), queue(turns, true, "heartbeat", 3));

        turns.end();
        for (Future<?> one : all) {
            one.get(10, TimeUnit.SECONDS);
        }

        assertThat(order).containsExactly("heartbeat", "work 1", "work 2");
    }

    @Test
    void a_wait_is_bounded_and_tells_the_state() throws SQLException {
        Turns turns = new Turns(Duration.ofMillis(20));
        turns.take(false);

        assertThatThrownBy(() -> turns.take(true))
                .isInstanceOf(SQLTransientConnectionException.class)
                .hasMessageContaining("active=1")
                .hasNoCause();
        turns.end();
        turns.take(false);
        assertThat(turns.takeIfFree()).isFalse();
        turns.end();
        assertThat(turns.takeIfFree()).isTrue();
    }

    /** Queues a turn, and returns when it waits as the {@code place}th. */
    private Future<?> queue(Turns turns, boolean isUrgent, String name, int place) {
        Future<?> queued = threads.submit(() -> {
            turns.take(isUrgent);
            order.add(name);
            turns.end();
            return name;
        });
        await().until(() -> turns.waiting() == place);
        return queued;
    }
}
