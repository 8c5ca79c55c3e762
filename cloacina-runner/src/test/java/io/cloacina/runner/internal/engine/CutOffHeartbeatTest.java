package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.ports.Claim;
import io.cloacina.ports.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A heartbeat whose connection breaks. */
@Timeout(60)
class CutOffHeartbeatTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final long UNSAFE = LEASE.toNanos() / 2;
    private static final String BEFORE = InMemoryStore.BEFORE_COMMIT;
    private static final String AFTER = InMemoryStore.AFTER_COMMIT;

    private final Queue<Runnable> troubles = new ArrayDeque<>();
    private String place = "";
    private final LoopBench bench = new LoopBench(this::reached);
    private @Nullable Claim claim;

    private void reached(String point) {
        if (point.equals(place) && !troubles.isEmpty()) {
            troubles.remove().run();
        }
    }

    @BeforeEach
    void a_task_is_held_until_half_of_its_lease_is_over() {
        bench.submit();
        bench.loop.step();
        claim = bench.claim(1, LEASE).get(0);
        bench.engine.held().add(new HeldTask(claim, UNSAFE));
    }

    @ParameterizedTest
    @CsvSource({BEFORE + ", 1, 1", BEFORE + ", 2, 0", AFTER + ", 1, 1", AFTER + ", 2, 0"})
    void is_tried_again_once_at_once(String point, int times, int held) {
        place = point;
        for (int time = 0; time < times; time++) {
            troubles.add(() -> {
                throw point.equals(AFTER)
                        ? new StoreException.OutcomeUnknown("planted", null)
                        : new StoreException.ConnectionLost("planted", null);
            });
        }

        beat();

        bench.engine.held().giveUpUnsafe(UNSAFE);
        assertThat(bench.engine.held().all()).hasSize(held);
        assertThat(troubles).isEmpty();
    }

    @Test
    void is_not_tried_again_for_what_was_given_up_meanwhile() {
        Instant before = lease();
        place = BEFORE;
        troubles.add(() -> {
            bench.time.advance(Duration.ofSeconds(1));
            bench.engine.held().giveUpUnsafe(UNSAFE);
            throw new StoreException.ConnectionLost("planted", null);
        });

        beat();

        assertThat(lease()).isEqualTo(before);
    }

    private void beat() {
        new Heartbeats("bench", bench.engine.store(), bench.engine.held(), bench.time, LEASE).beat();
    }

    private Instant lease() {
        var execution = Objects.requireNonNull(claim).ref().task().execution();
        return Objects.requireNonNull(
                bench.engine.store().queries().tasks(execution).get(0).leaseUntil());
    }
}
