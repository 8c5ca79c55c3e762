package io.cloacina.faults.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChronicleTest {

    @Test
    void what_is_over_when_it_is_written_down_lasted_as_long_as_it_was_seen_to() {
        Chronicle chronicle = new Chronicle();
        chronicle.was("LongRestart", Blow.EVERYBODY, new Span(1_000, 4_000));

        assertThat(chronicle.on("anybody")).extracting(Blow::span).containsExactly(new Span(1_000, 4_000));
        assertThat(chronicle.counts()).containsEntry("LongRestart", 1L);
    }
}
