package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.ports.StoreException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A heartbeat whose connection breaks. */
@Timeout(60)
class CutOffHeartbeatTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Queue<RuntimeException> troubles = new ArrayDeque<>();
    private final LoopBench bench = new LoopBench(point -> {
        if (point.equals(InMemoryStore.BEFORE_COMMIT) && !troubles.isEmpty()) {
            throw troubles.remove();
        }
    });

    @BeforeEach
    void a_task_is_held_until_half_of_its_lease_is_over() {
        bench.submit();
        bench.loop.step();
        bench.claim(1, LEASE).forEach(claim -> bench.engine.held().add(new HeldTask(claim, LEASE.toNanos() / 2)));
    }

    @ParameterizedTest
    @CsvSource({"1, true, 1", "2, true, 0", "1, false, 1", "2, false, 0"})
    void is_tried_again_once_at_once(int times, boolean isKnown, int held) {
        for (int time = 0; time < times; time++) {
            troubles.add(
                    isKnown
                            ? new StoreException.ConnectionLost("planted", null)
                            : new StoreException.OutcomeUnknown("planted", null));
        }

        new Heartbeats("bench", bench.engine.store(), bench.engine.held(), bench.time, LEASE).beat();

        bench.engine.held().giveUpUnsafe(LEASE.toNanos() / 2);
        assertThat(bench.engine.held().all()).hasSize(held);
        assertThat(troubles).isEmpty();
    }
}
