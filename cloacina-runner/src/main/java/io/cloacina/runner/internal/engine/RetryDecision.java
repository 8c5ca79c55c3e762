package io.cloacina.runner.internal.engine;

import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.retry.RetrySettings;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Whether a try that failed is followed by another one, and when. */
record RetryDecision(boolean retries, Duration delay) {

    private static final RetryDecision NONE = new RetryDecision(false, Duration.ZERO);

    /**
     * Decides.
     *
     * @param settings the numbers, as stored with the execution's definition
     * @param policy the registered code that says which errors are tried again
     * @param attempt the number of the try that failed
     */
    static RetryDecision of(
            RetrySettings settings, RetryPolicy policy, int attempt, Throwable failure, RandomGenerator random) {
        return settings.allowsMoreAfter(attempt) && retries(policy, failure)
                ? new RetryDecision(true, settings.delayAfter(attempt, random.nextDouble()))
                : NONE;
    }

    /** The condition may be user code. If it throws, there is no further try, and the failure carries what it threw. */
    private static boolean retries(RetryPolicy policy, Throwable failure) {
        try {
            return policy.retries(failure);
        } catch (Throwable thrown) {
            if (thrown != failure) {
                failure.addSuppressed(thrown);
            }
            return false;
        }
    }
}
