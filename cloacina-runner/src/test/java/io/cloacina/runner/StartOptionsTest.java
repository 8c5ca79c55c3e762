package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartOptionsTest {

    @Test
    void none_has_no_key_no_timeout_and_priority_0() {
        assertThat(StartOptions.none().idempotencyKey()).isEmpty();
        assertThat(StartOptions.none().timeout()).isEmpty();
        assertThat(StartOptions.none().priority()).isZero();
    }

    @Test
    void each_method_returns_a_changed_copy() {
        StartOptions key = StartOptions.idempotencyKey("order-42");
        StartOptions all = key.priority(-5).timeout(Duration.ofMinutes(1));

        assertThat(key.priority()).isZero();
        assertThat(key.timeout()).isEmpty();
        assertThat(all.idempotencyKey()).contains("order-42");
        assertThat(all.priority()).isEqualTo(-5);
        assertThat(all.timeout()).contains(Duration.ofMinutes(1));
        assertThat(all).isEqualTo(key.timeout(Duration.ofSeconds(60)).priority(-5));
        assertThat(all).isNotEqualTo(key).hasSameHashCodeAs(key.priority(-5).timeout(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "order 42", "Größe/1", "🚚", "https://shop/orders/42?x=1#y"})
    void a_key_may_be_any_printable_text(String key) {
        assertThat(StartOptions.idempotencyKey(key).idempotencyKey()).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " hush",
                "hush ",
                "hu\u0000sh",
                "hu\nsh",
                "hu\u007Fsh",
                "hu\uD800sh",
                "\uDC00hush",
                "hush\uD800"
            })
    void a_key_out_of_bounds_is_refused_and_not_shown(String key) {
        assertThatThrownBy(() -> StartOptions.idempotencyKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the idempotency key must ")
                .hasMessageNotContaining("hu");
    }

    @Test
    void a_key_has_at_most_255_characters() {
        assertThat(StartOptions.idempotencyKey("k".repeat(255)).idempotencyKey())
                .isPresent();
        assertThatThrownBy(() -> StartOptions.idempotencyKey("k".repeat(256)))
                .hasMessage(
                        "the idempotency key must have 1 to 255 characters, but has 256; take it from what the work is about.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999999S", "P3651D"})
    void a_timeout_out_of_bounds_is_refused(Duration timeout) {
        assertThatThrownBy(() -> StartOptions.none().timeout(timeout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "the time-out of an execution must be PT0.001S to PT87600H, but was " + timeout);
    }

    @Test
    void the_text_hides_the_key() {
        assertThat(StartOptions.idempotencyKey("hush").priority(1)).asString().doesNotContain("hush");
    }
}
