package io.cloacina.domain.retry;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import java.time.Duration;

/**
 * When a task is tried again after a failed try. Start with a factory method and change what should differ; each change
 * gives a new policy. Immutable and thread-safe. Invalid settings are refused with {@link
 * RefusedArgumentException}.
 *
 * <pre>{@code
 * RetryPolicy.exponential().maxAttempts(5).retryOn(RetryCondition.transientErrors())
 * }</pre>
 *
 * <p>Defaults: 3 attempts, exponential backoff with base 2, 1 second initial delay, 60 seconds maximum, jitter, on every
 * error. The numbers ({@link RetrySettings}) are stored with the workflow's definition; the condition is code, is never
 * stored, and is asked by the runner that has the workflow registered.
 */
public final class RetryPolicy {

    private final RetrySettings settings;
    private final RetryCondition condition;

    private RetryPolicy(RetrySettings settings, RetryCondition condition) {
        this.settings = settings;
        this.condition = condition;
    }

    /** Delays that double: 1 s, 2 s, 4 s, … up to the maximum. The policy of a task that names none. */
    public static RetryPolicy exponential() {
        return exponential(RetrySettings.DEFAULT_BASE);
    }

    /**
     * Delays that are multiplied by a base from try to try.
     *
     * @param base from 1 to 100
     */
    public static RetryPolicy exponential(double base) {
        return startingAs(Backoff.EXPONENTIAL, base);
    }

    /** Delays that grow by the initial delay: 1 s, 2 s, 3 s, … up to the maximum. */
    public static RetryPolicy linear() {
        return startingAs(Backoff.LINEAR, RetrySettings.DEFAULT_BASE);
    }

    /** The same delay before every try. */
    public static RetryPolicy fixed() {
        return startingAs(Backoff.FIXED, RetrySettings.DEFAULT_BASE);
    }

    /** One try and no other. */
    public static RetryPolicy none() {
        return exponential().maxAttempts(1).retryOn(RetryCondition.never());
    }

    private static RetryPolicy startingAs(Backoff backoff, double base) {
        return new RetryPolicy(RetrySettings.DEFAULT.withBackoff(backoff, base), RetryCondition.all());
    }

    /**
     * How many tries there are in all, the first included. Advice: as many as the other side needs to come back, given
     * the delays; 5 attempts with the default delays wait 15 seconds in all.
     *
     * @param attempts at least 1; default 3
     */
    public RetryPolicy maxAttempts(int attempts) {
        return with(settings.withMaxAttempts(attempts));
    }

    /**
     * The delay before the second try, from which the others grow. To raise it beyond the maximum, raise that first.
     *
     * @param delay zero or more, at most the maximum delay; default 1 second
     */
    public RetryPolicy initialDelay(Duration delay) {
        return with(settings.withInitialDelay(delay));
    }

    /**
     * What no delay goes beyond, jitter included.
     *
     * @param delay at least the initial delay, at most 365 days; default 60 seconds
     */
    public RetryPolicy maxDelay(Duration delay) {
        return with(settings.withMaxDelay(delay));
    }

    /**
     * Delays exactly as computed. Advice: keep the jitter, which varies each by up to a quarter, unless a single task
     * calls; without it, tasks that failed together come back together.
     */
    public RetryPolicy withoutJitter() {
        return with(settings.withoutJitter());
    }

    /** Which errors are worth another try; replaces the condition before. Default: all. */
    public RetryPolicy retryOn(RetryCondition errors) {
        return new RetryPolicy(
                settings, given(errors, "the retry condition of a policy", "leave it out to retry every error"));
    }

    private RetryPolicy with(RetrySettings changed) {
        return new RetryPolicy(changed, condition);
    }

    /** The numbers of this policy. */
    public RetrySettings settings() {
        return settings;
    }

    /**
     * Whether this error is worth another try; how many tries there were is not looked at. Runs the user's code, if the
     * condition is a predicate, and throws what that throws.
     */
    public boolean retries(Throwable error) {
        return condition.allows(given(error, "the error to judge", "give what the body threw"));
    }

    /** The numbers only: a condition is code. */
    @Override
    public String toString() {
        return "RetryPolicy[" + settings + "]";
    }
}
