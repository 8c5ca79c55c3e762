package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final Gathering gathering = new Gathering();

    @Test
    void who_was_answered_is_waited_for_half_as_long_as_the_commit_took() {
        gathering.answered(8, 1_000, 3_000);

        assertThat(gathering.patience(7, 3_000)).isEqualTo(Duration.ofNanos(1_000));
        assertThat(gathering.patience(7, 3_999)).isEqualTo(Duration.ofNanos(1));
        assertThat(gathering.patience(7, 4_000)).isZero();
        assertThat(gathering.patience(7, 9_000)).isZero();
    }

    @Test
    void nobody_is_waited_for_when_as_many_are_there() {
        gathering.answered(8, 1_000, 3_000);

        assertThat(gathering.patience(8, 3_000)).isZero();
        assertThat(gathering.patience(64, 3_000)).isZero();
    }

    @Test
    void a_commit_that_answered_nobody_makes_nobody_wait() {
        gathering.answered(8, 1_000, 3_000);
        gathering.answered(0, 3_000, 5_000);

        assertThat(gathering.patience(0, 5_000)).isZero();
    }

    @Test
    void many_callers_are_company_enough() {
        gathering.answered(33, 1_000, 3_000);

        assertThat(gathering.patience(1, 3_000)).isZero();
    }

    @Test
    void a_commit_that_took_minutes_makes_nobody_wait_for_seconds() {
        gathering.answered(8, 0, Duration.ofMinutes(2).toNanos());

        assertThat(gathering.patience(1, Duration.ofMinutes(2).toNanos())).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void before_the_first_commit_nobody_waits() {
        assertThat(gathering.patience(0, -5)).isZero();
    }
}
