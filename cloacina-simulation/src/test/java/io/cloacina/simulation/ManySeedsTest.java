package io.cloacina.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Every seed is another world. {@code -Dsimulation.seeds=} says how many, {@code -Dsimulation.first=} where to begin; a
 * failure prints its seed, and the smallest trace that shows it.
 */
class ManySeedsTest {

    static final int SEEDS_IN_EVERY_BUILD = 3_000;

    @Test
    void nothing_that_must_hold_is_violated_by_any_seed() throws Exception {
        long first = Long.getLong("simulation.first", 0);
        long count = Long.getLong("simulation.seeds", SEEDS_IN_EVERY_BUILD);
        List<Long> seeds = LongStream.range(first, first + count).boxed().toList();

        assertThat(Seeds.firstFailure(seeds).orElse("")).isEmpty();
    }
}
