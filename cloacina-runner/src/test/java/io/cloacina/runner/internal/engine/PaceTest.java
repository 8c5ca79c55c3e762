package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(10, 0);

    @Test
    void what_happened_counts_until_a_whole_window_has_passed_without_it() {
        pace.count(1);
        pace.count(9);
        assertThat(pace.inTheLastWindow(9)).isEqualTo(2);
        assertThat(pace.inTheLastWindow(19)).as("the window before").isEqualTo(2);
        assertThat(pace.inTheLastWindow(20)).isZero();
    }

    @Test
    void the_busier_of_two_windows_counts() {
        pace.count(1);
        pace.count(2);
        pace.count(11);
        assertThat(pace.inTheLastWindow(12)).isEqualTo(2);
    }

    @Test
    void a_long_silence_is_a_silence() {
        pace.count(1);
        assertThat(pace.inTheLastWindow(1_000_000)).isZero();
    }
}
