package io.cloacina.runner.internal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cloacina.ports.TimeSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SystemTimeSourceTest {

    private final TimeSource time = new SystemTimeSource();

    @Test
    void the_instant_is_now() {
        assertThat(time.instant()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void monotonic_time_does_not_go_back() {
        long before = time.nanoTime();

        assertThat(time.nanoTime() - before).isNotNegative();
    }
}
