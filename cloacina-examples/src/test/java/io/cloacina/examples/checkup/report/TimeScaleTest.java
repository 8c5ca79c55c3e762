package io.cloacina.examples.checkup.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.cloacina.examples.checkup.report.TimeScale.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Offset<Double> CLOSE = within(0.001);

    @Test
    void times_in_which_something_ran_are_to_scale() {
        TimeScale scale = TimeScale.over(List.of(span(0, 4), span(2, 10)), 100);

        assertThat(scale.at(START)).isZero();
        assertThat(scale.at(START.plusSeconds(5))).isCloseTo(50, CLOSE);
        assertThat(scale.at(START.plusSeconds(10))).isCloseTo(100, CLOSE);
        assertThat(scale.cuts()).isEmpty();
    }

    @Test
    void a_short_pause_is_to_scale_too() {
        TimeScale scale = TimeScale.over(List.of(span(0, 9), span(10, 20)), 200);

        assertThat(scale.at(START.plusSeconds(10))).isCloseTo(100, CLOSE);
        assertThat(scale.cuts()).isEmpty();
    }

    @Test
    void a_long_pause_is_cut_down_and_tells_its_true_length() {
        TimeScale scale = TimeScale.over(List.of(span(0, 10), span(36_010, 36_020)), 224);

        assertThat(scale.at(START.plusSeconds(10))).isCloseTo(100, CLOSE);
        assertThat(scale.at(START.plusSeconds(36_010))).isCloseTo(124, CLOSE);
        assertThat(scale.cuts()).singleElement().satisfies(cut -> {
            assertThat(cut.length()).isEqualTo(Duration.ofHours(10));
            assertThat(cut.to() - cut.from()).isCloseTo(24, CLOSE);
        });
    }

    @Test
    void ticks_are_round_and_begin_again_after_a_cut() {
        TimeScale scale = TimeScale.over(List.of(span(0, 10), span(36_010, 36_020)), 224);

        assertThat(scale.ticks(4))
                .extracting(tick -> tick.elapsed().toSeconds(), TimeScale.Tick::resumed)
                .containsExactly(tuple(0L, false), tuple(5L, false), tuple(0L, true), tuple(5L, true));
    }

    @Test
    void spans_of_no_length_have_a_place_too() {
        TimeScale scale = TimeScale.over(List.of(span(0, 0), span(0, 0)), 100);

        assertThat(scale.at(START)).isZero();
        assertThat(scale.ticks(4)).isEmpty();
    }

    private static Span span(long from, long to) {
        return new Span(START.plusSeconds(from), START.plusSeconds(to));
    }
}
