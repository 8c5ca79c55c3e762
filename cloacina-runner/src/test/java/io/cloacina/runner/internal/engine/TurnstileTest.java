package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final Turnstile<String> turnstile = new Turnstile<>(2);

    @Test
    void no_more_are_inside_than_there_are_places_and_who_came_first_goes_first() {
        assertThat(turnstile.enter("a")).isTrue();
        assertThat(turnstile.enter("b")).isTrue();
        assertThat(turnstile.enter("c")).isFalse();
        assertThat(turnstile.enter("d")).isFalse();
        assertThat(turnstile.leave()).contains("c");
        assertThat(turnstile.leave()).contains("d");
        assertThat(turnstile.leave()).isEmpty();
        assertThat(turnstile.enter("e")).as("one place is free").isTrue();
        assertThat(turnstile.enter("f")).isFalse();
    }

    @Test
    void who_is_sent_away_never_goes_in() {
        turnstile.enter("a");
        turnstile.enter("b");
        turnstile.enter("c");
        turnstile.enter("d");
        assertThat(turnstile.sendAway("c"::equals)).containsExactly("c");
        assertThat(turnstile.leave()).contains("d");
    }
}
