package io.cloacina.faults.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Span LEASE = new Span(100, 200);

    @Test
    void only_what_falls_into_it_counts() {
        assertThat(LEASE.covered(Stream.of(new Span(0, 100), new Span(200, 300))))
                .isZero();
        assertThat(LEASE.covered(Stream.of(new Span(0, 110), new Span(190, 300))))
                .isEqualTo(20);
        assertThat(LEASE.covered(Stream.of(new Span(0, Long.MAX_VALUE)))).isEqualTo(100);
    }

    @Test
    void what_goes_on_at_the_same_time_counts_once() {
        assertThat(LEASE.covered(Stream.of(new Span(150, 160), new Span(120, 170), new Span(130, 140))))
                .isEqualTo(50);
        assertThat(LEASE.covered(Stream.of(new Span(120, 130), new Span(130, 140), new Span(120, 130))))
                .isEqualTo(20);
    }

    @Test
    void what_lasted_for_milliseconds_began_as_many_before() {
        assertThat(Span.before(5_000, 3)).isEqualTo(new Span(2_000, 5_000));
    }
}
