package io.cloacina.runner;

import static io.cloacina.domain.Arguments.given;
import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.RefusedArgumentException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one execution is started. Immutable: each method returns a changed copy. An idempotency key comes first, the rest
 * follows: {@code StartOptions.idempotencyKey("order-42").priority(5)}.
 */
public final class StartOptions {

    /** The longest execution time-out: 3,650 days. */
    public static final Duration MAX_TIMEOUT = Duration.ofDays(3650);

    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

    /** The most characters (UTF-16 units) of an idempotency key. */
    public static final int MAX_KEY_LENGTH = 255;

    private static final String KEY = "the idempotency key";

    private static final StartOptions NONE = new StartOptions(null, 0, null);

    private final @Nullable String idempotencyKey;
    private final int priority;
    private final @Nullable Duration timeout;

    private StartOptions(@Nullable String idempotencyKey, int priority, @Nullable Duration timeout) {
        this.idempotencyKey = idempotencyKey;
        this.priority = priority;
        this.timeout = timeout;
    }

    /** No key, priority 0, the workflow's own time-out. */
    public static StartOptions none() {
        return NONE;
    }

    /**
     * A name for this very start: the same key with the same workflow and context gives the same execution, from any
     * thread or process, for as long as the execution is stored; with other input it is refused.
     *
     * <p>Advice: take it from what the work is about ({@code "invoice-2026-0042"}), not from chance. It is stored as it is
     * and is no place for a secret. Bounds: 1 to {@value #MAX_KEY_LENGTH} characters, no control characters, no unpaired
     * surrogates, no white space at either end. Compared exactly, character by character. Default: none.
     *
     * @throws RefusedArgumentException if the key is null or out of bounds
     */
    public static StartOptions idempotencyKey(String key) {
        requireKey(key);
        return new StartOptions(key, 0, null);
    }

    /**
     * Which executions' tasks are claimed first: higher ones. Bounds: any int. Default: 0. Advice: few levels; within one
     * level work is served by due time, and lower levels wait while higher ones have work.
     */
    public StartOptions priority(int newPriority) {
        return new StartOptions(idempotencyKey, newPriority, timeout);
    }

    /**
     * How long the execution may take from now; then what has not started is cancelled and it fails. Bounds: 1 ms to
     * 3,650 days. Default: the workflow's own time-out, which this one replaces.
     *
     * @throws RefusedArgumentException if the time-out is null or out of bounds
     */
    public StartOptions timeout(Duration newTimeout) {
        within(MIN_TIMEOUT, MAX_TIMEOUT, newTimeout, "the time-out of an execution");
        return new StartOptions(idempotencyKey, priority, newTimeout);
    }

    /** The idempotency key, if one was given. */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }

    /** The priority. */
    public int priority() {
        return priority;
    }

    /** The time-out that replaces the workflow's, if one was given. */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StartOptions that
                && Objects.equals(idempotencyKey, that.idempotencyKey)
                && priority == that.priority
                && Objects.equals(timeout, that.timeout);
    }

    @Override
    public int hashCode() {
        return Objects.hash(idempotencyKey, priority, timeout);
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "StartOptions[idempotencyKey=" + (idempotencyKey == null ? "none" : "***") + ", priority=" + priority
                + ", timeout=" + timeout + "]";
    }

    private static void requireKey(String key) {
        if (given(key, KEY, "say StartOptions.none() for none").isEmpty() || key.length() > MAX_KEY_LENGTH) {
            throw refusedKey("must have 1 to " + MAX_KEY_LENGTH + " characters, but has " + key.length());
        }
        if (!key.equals(key.strip())) {
            throw refusedKey("must not begin or end with white space");
        }
        for (int i = 0; i < key.length(); i = key.offsetByCodePoints(i, 1)) {
            int c = key.codePointAt(i);
            if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                throw refusedKey(String.format(
                        "must hold no control character and no unpaired surrogate, but has U+%04X at %d", c, i));
            }
        }
    }

    private static RefusedArgumentException refusedKey(String fault) {
        return new RefusedArgumentException(KEY, fault, "take it from what the work is about");
    }
}
