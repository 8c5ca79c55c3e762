package io.cloacina.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.world.Carriers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A seed stands for one history: in every run, in every process, on every JDK. */
class SameSeedTest {

    private static String hash(long seed) {
        try (Carriers carriers = new Carriers()) {
            return Simulation.run(Plan.of(seed), carriers, false).trace().hash();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 17, 202, 1908})
    void the_same_seed_gives_the_same_trace(long seed) {
        assertThat(hash(seed)).isEqualTo(hash(seed));
    }

    /** A change of the engine that changes what happens changes these: then look at the trace, and take the new ones. */
    @ParameterizedTest
    @CsvSource({"7, 2b75855ef5bdc358", "1908, ae76e2c8ca765cd3"})
    void a_seed_gives_the_trace_that_it_gave_before(long seed, String hash) {
        assertThat(hash(seed)).isEqualTo(hash);
    }

    @Test
    void another_seed_gives_another_trace() {
        assertThat(hash(1)).isNotEqualTo(hash(2));
    }
}
