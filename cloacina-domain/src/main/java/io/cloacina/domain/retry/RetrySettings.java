package io.cloacina.domain.retry;

import static io.cloacina.domain.Arguments.atLeast;
import static io.cloacina.domain.Arguments.given;
import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import java.time.Duration;

/**
 * The numbers of a retry policy: what is stored with a workflow's definition, so that an execution under way keeps them.
 * Immutable. Values outside their bounds are refused with {@link RefusedArgumentException}, never corrected.
 *
 * @param maxAttempts how many tries there are in all, the first included; at least 1
 * @param backoff how the delay grows
 * @param initialDelay the delay before the second try; zero or more, at most {@code maxDelay}
 * @param maxDelay what no delay goes beyond, jitter included; at most {@link #LONGEST_DELAY}
 * @param base what exponential backoff multiplies by; 1 to 100, and 2 for the other kinds, which do not look at it
 * @param jitter whether each delay is varied at random by up to a quarter, so that tasks that failed together do not come
 *     back together
 */
public record RetrySettings(
        int maxAttempts, Backoff backoff, Duration initialDelay, Duration maxDelay, double base, boolean jitter) {

    /** The longest delay that can be asked for. */
    public static final Duration LONGEST_DELAY = Duration.ofDays(365);

    /** The base of exponential backoff unless said otherwise. */
    public static final double DEFAULT_BASE = 2;

    /** What a policy has unless said otherwise. */
    static final RetrySettings DEFAULT = new RetrySettings(
            3, Backoff.EXPONENTIAL, Duration.ofSeconds(1), Duration.ofSeconds(60), DEFAULT_BASE, true);

    private static final double JITTER = 0.25;
    private static final double HIGHEST_BASE = 100;

    public RetrySettings {
        atLeast(1, maxAttempts, "the maxAttempts of a retry policy");
        given(backoff, "the backoff of retry settings", "choose one of the three");
        within(Duration.ZERO, LONGEST_DELAY, initialDelay, "the initialDelay of a retry policy");
        within(Duration.ZERO, LONGEST_DELAY, maxDelay, "the maxDelay of a retry policy");
        require(
                initialDelay.compareTo(maxDelay) <= 0,
                "the initialDelay of a retry policy, " + initialDelay + ",",
                "must not be longer than maxDelay " + maxDelay,
                "to raise both, raise maxDelay first");
        require(
                base >= 1 && base <= HIGHEST_BASE,
                "the base of a retry policy",
                "must be 1 to 100, but was " + base,
                "2 doubles the delay");
        require(
                backoff == Backoff.EXPONENTIAL || base == DEFAULT_BASE,
                "the base of a retry policy",
                "means nothing to " + backoff + " backoff, but was " + base,
                "leave it 2");
    }

    private static void require(boolean holds, String subject, String fault, String remedy) {
        if (!holds) {
            throw new RefusedArgumentException(subject, fault, remedy);
        }
    }

    RetrySettings withMaxAttempts(int attempts) {
        return new RetrySettings(attempts, backoff, initialDelay, maxDelay, base, jitter);
    }

    RetrySettings withBackoff(Backoff kind, double multiplier) {
        return new RetrySettings(maxAttempts, kind, initialDelay, maxDelay, multiplier, jitter);
    }

    RetrySettings withInitialDelay(Duration delay) {
        return new RetrySettings(maxAttempts, backoff, delay, maxDelay, base, jitter);
    }

    RetrySettings withMaxDelay(Duration delay) {
        return new RetrySettings(maxAttempts, backoff, initialDelay, delay, base, jitter);
    }

    RetrySettings withoutJitter() {
        return new RetrySettings(maxAttempts, backoff, initialDelay, maxDelay, base, false);
    }

    /** Whether another try may follow that many tries. */
    public boolean allowsMoreAfter(int attempts) {
        return attempts < maxAttempts;
    }

    /**
     * How long to wait after a failed try. Never negative, never beyond {@link #maxDelay()}, whatever the attempt.
     *
     * @param attempt the number of the try that failed, from 1
     * @param random a random number from 0 (inclusive) to 1 (exclusive), for the jitter
     */
    public Duration delayAfter(int attempt, double random) {
        atLeast(1, attempt, "the attempt that failed");
        require(
                random >= 0 && random < 1,
                "the random number",
                "must be from 0 to below 1, but was " + random,
                "draw it anew");
        Duration delay = capped(backoff.factor(attempt, base));
        if (!jitter) {
            return delay;
        }
        double varied = 1 - JITTER + 2 * JITTER * random;
        return shorter(Duration.ofNanos(Math.round(delay.toNanos() * varied)), maxDelay);
    }

    /** The initial delay times the factor, which may be infinite. */
    private Duration capped(double factor) {
        if (initialDelay.isZero()) {
            return Duration.ZERO; // and not zero times infinity
        }
        double nanos = initialDelay.toNanos() * factor;
        return nanos < maxDelay.toNanos() ? Duration.ofNanos(Math.round(nanos)) : maxDelay;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** These settings as stored with a definition. */
    public JsonObject toJson() {
        return RetryDocument.write(this);
    }

    /**
     * Reads what {@link #toJson()} writes.
     *
     * @param where the path of the value from the root of its document, for messages
     * @throws MalformedDefinitionException if a member is missing, unknown, or not acceptable
     */
    public static RetrySettings fromJson(String where, JsonValue json) {
        return RetryDocument.read(where, json);
    }
}
