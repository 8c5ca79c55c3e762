package io.cloacina.runner.internal.engine;

import io.cloacina.domain.retry.RetryPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Whether a try that failed is followed by another one, and when. */
record RetryDecision(boolean retries, Duration delay) {

    private static final RetryDecision NONE = new RetryDecision(false, Duration.ZERO);

    static RetryDecision of(RetryPolicy policy, int attempt, Throwable failure, RandomGenerator random) {
        return policy.retries(attempt, failure)
                ? new RetryDecision(true, policy.delayAfter(attempt, random.nextDouble()))
                : NONE;
    }
}
