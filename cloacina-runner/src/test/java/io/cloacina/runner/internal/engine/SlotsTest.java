package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private final LoopBench.StandingTime time = new LoopBench.StandingTime();
    private final Slots slots = new Slots(4, time);

    @Test
    void as_many_as_may_run_are_taken_and_no_more() {
        assertThat(slots.take(100)).isEqualTo(4);
        assertThat(slots.anyFree()).isFalse();
        assertThat(slots.take(100)).isZero();
        slots.giveBack(1);
        assertThat(slots.take(100)).isEqualTo(1);
    }

    @Test
    void behind_short_bodies_as_many_more_are_taken_as_ended_in_the_last_moment() {
        slots.take(4);
        for (int i = 0; i < 3; i++) {
            slots.ended();
        }
        assertThat(slots.take(100)).as("three places, and three ahead").isEqualTo(6);
    }

    @Test
    void behind_long_bodies_none_is_taken_ahead() {
        slots.take(4);
        slots.ended();
        time.advance(Slots.AHEAD.multipliedBy(2));
        assertThat(slots.take(100)).isEqualTo(1);
        assertThat(slots.anyFree()).isFalse();
    }

    @Test
    void what_is_given_back_unused_tells_nothing_about_the_pace() {
        slots.take(4);
        slots.giveBack(4);
        assertThat(slots.take(100)).isEqualTo(4);
    }

    @Test
    void a_closed_runner_takes_none() {
        slots.close();
        assertThat(slots.take(1)).isZero();
        assertThat(slots.anyFree()).isFalse();
    }

    @Test
    void there_is_an_end_to_what_is_taken_ahead() {
        slots.take(4);
        slots.giveBack(4);
        for (int i = 0; i < 10_000; i++) {
            slots.take(1);
            slots.ended();
        }
        assertThat(slots.take(100_000)).isEqualTo(4 + Slots.MOST_AHEAD);
        assertThat(Slots.AHEAD).isLessThan(Duration.ofSeconds(1));
    }
}
