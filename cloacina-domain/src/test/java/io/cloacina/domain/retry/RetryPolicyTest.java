package io.cloacina.domain.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A policy is changed step by step, each step is checked, and the policy it began with stays as it was. */
class RetryPolicyTest {

    @Test
    void by_default_there_are_three_attempts_with_jitter_on_every_error() {
        RetrySettings settings = RetryPolicy.exponential().settings();

        assertThat(settings)
                .isEqualTo(new RetrySettings(
                        3, Backoff.EXPONENTIAL, Duration.ofSeconds(1), Duration.ofSeconds(60), 2, true));
        assertThat(RetryPolicy.exponential().retries(new Error())).isTrue();
    }

    @Test
    void attempts_count_the_first_try() {
        assertThat(RetryPolicy.fixed().maxAttempts(2).settings().allowsMoreAfter(1))
                .isTrue();
        assertThat(RetryPolicy.fixed().maxAttempts(2).settings().allowsMoreAfter(2))
                .isFalse();
        assertThat(RetryPolicy.none().settings().allowsMoreAfter(1)).isFalse();
        assertThat(RetryPolicy.none().retries(new IOException())).isFalse();
    }

    @Test
    void less_than_one_attempt_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.exponential().maxAttempts(0))
                .withMessage("the maxAttempts of a retry policy must be at least 1, but was 0; choose a larger one.");
    }

    @Test
    void delays_out_of_bounds_are_refused() {
        RetryPolicy policy = RetryPolicy.linear();

        assertThatIllegalArgumentException().isThrownBy(() -> policy.initialDelay(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.maxDelay(Duration.ofDays(366)));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.maxDelay(Duration.ofMillis(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.initialDelay(Duration.ofMinutes(5)))
                .withMessageContaining("raise maxDelay first");
        assertThat(policy.maxDelay(Duration.ofMinutes(9))
                        .initialDelay(Duration.ofMinutes(5))
                        .settings()
                        .initialDelay())
                .hasMinutes(5);
        assertThatThrownBy(() -> policy.maxDelay(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_base_below_one_or_not_a_number_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RetryPolicy.exponential(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> RetryPolicy.exponential(101));
        assertThatIllegalArgumentException().isThrownBy(() -> RetryPolicy.exponential(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySettings(1, Backoff.FIXED, Duration.ZERO, Duration.ZERO, 3, false));
    }

    @Test
    void a_change_leaves_the_policy_it_began_with_alone_and_keeps_the_rest() {
        RetryPolicy before = RetryPolicy.linear().retryOn(RetryCondition.never());
        RetryPolicy after = before.maxAttempts(9).withoutJitter();

        assertThat(before.settings().maxAttempts()).isEqualTo(3);
        assertThat(after.settings())
                .isEqualTo(
                        new RetrySettings(9, Backoff.LINEAR, Duration.ofSeconds(1), Duration.ofSeconds(60), 2, false));
        assertThat(after.retries(new IOException())).isFalse();
    }
}
