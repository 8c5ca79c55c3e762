package io.cloacina.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorldsTest {

    @Test
    void a_seed_that_throws_is_no_seed_that_was_run() {
        Worlds.Tally tally = new Worlds.Tally(7);
        tally.run(seed -> List.of());
        tally.run(seed -> List.of("seed " + seed + " is bad"));
        tally.run(seed -> {
            throw new IllegalStateException("planted");
        });
        tally.run(seed -> {
            throw new StackOverflowError("planted");
        });
        assertThat(Numbers.in(tally.toString())).containsExactly(2L, 1L, 2L);
    }
}
