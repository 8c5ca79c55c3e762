package io.cloacina.examples.checkup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1.0 kB", "999949,999.9 kB", "999950,1.0 MB", "4700000000,4.7 GB"})
    void sizes_have_one_decimal_and_the_fitting_unit(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,0 ms",
        "PT0.999S,999 ms",
        "PT1.5S,1.50 s",
        "PT59.999S,60.00 s",
        "PT2M3S,2 min 3 s",
        "PT5H7M,5 h 7 min",
        "P3DT2H,3 d 2 h",
        "PT-1S,0 ms"
    })
    void durations_have_at_most_two_units(Duration duration, String text) {
        assertThat(Amounts.duration(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0 files", "1,1 file", "1234567,'1,234,567 files'"})
    void counts_are_grouped_and_the_noun_agrees(long number, String text) {
        assertThat(Amounts.count(number, "file")).isEqualTo(text);
    }
}
