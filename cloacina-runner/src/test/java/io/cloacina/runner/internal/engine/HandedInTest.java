package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandedInTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final HandedIn<String> handedIn = new HandedIn<>(Duration.ofSeconds(10));

    @Test
    void what_still_waits_is_not_handed_in_again() {
        assertThat(handedIn.newAmong(List.of("a", "b"), 0)).containsExactly("a", "b");
        assertThat(handedIn.newAmong(List.of("a", "b", "c"), SECOND)).containsExactly("c");
    }

    @Test
    void what_was_done_and_comes_up_again_is_handed_in_again() {
        handedIn.newAmong(List.of("a"), 0);
        handedIn.newAmong(List.of(), SECOND);
        assertThat(handedIn.newAmong(List.of("a"), 2 * SECOND)).containsExactly("a");
    }

    @Test
    void what_may_have_been_given_up_is_handed_in_again_after_a_while() {
        handedIn.newAmong(List.of("a"), 0);
        assertThat(handedIn.newAmong(List.of("a"), 9 * SECOND)).isEmpty();
        assertThat(handedIn.newAmong(List.of("a"), 10 * SECOND)).containsExactly("a");
    }
}
