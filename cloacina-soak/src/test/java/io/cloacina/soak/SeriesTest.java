package io.cloacina.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeriesTest {

    private static Series of(double... values) {
        Series series = new Series();
        for (int i = 0; i < values.length; i++) {
            series.add(i * 10, values[i]);
        }
        return series;
    }

    @Test
    void a_line_has_its_slope_and_a_flat_one_none() {
        assertThat(of(5, 7, 9, 11).slope()).isEqualTo(0.2, within(1e-9));
        assertThat(of(5, 5, 5).slope()).isZero();
        assertThat(of(5).slope()).isZero();
    }

    @Test
    void growth_compares_the_halves() {
        assertThat(of(10, 10, 20, 20).growth()).isEqualTo(2);
        assertThat(of(10, 12, 10, 12).growth()).isEqualTo(1);
    }

    @Test
    void what_came_before_everything_settled_is_left_out() {
        Series settled = of(1, 2, 30, 30, 30).after(0.5);
        assertThat(settled.mean()).isEqualTo(30);
        assertThat(settled.most()).isEqualTo(30);
    }
}
