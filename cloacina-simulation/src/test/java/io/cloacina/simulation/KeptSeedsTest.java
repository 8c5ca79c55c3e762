package io.cloacina.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Seeds that failed once, beyond those that every build runs anyway, are run for ever. */
class KeptSeedsTest {

    private static List<Long> kept() throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KeptSeedsTest.class.getResourceAsStream("/kept-seeds.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        }
    }

    @Test
    void no_seed_that_failed_once_fails_again() throws Exception {
        assertThat(kept()).isNotEmpty().allMatch(seed -> seed >= ManySeedsTest.SEEDS_IN_EVERY_BUILD);
        assertThat(Seeds.run(kept()).failure().orElse("")).isEmpty();
    }
}
