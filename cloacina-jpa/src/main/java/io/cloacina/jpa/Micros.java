package io.cloacina.jpa;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times and durations as whole microseconds: the precision that both databases keep. */
public final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;
    private static final Duration FURTHEST = Duration.ofDays(365L * 10_000);

    private Micros() {}

    /** Microseconds since 1970. */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / NANOS);
    }

    /** The instant so many microseconds after the beginning of 1970. */
    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The microseconds of a duration; what lies further away than both databases can say is as good as never. */
    public static long of(Duration duration) {
        Duration bounded = duration.compareTo(FURTHEST) > 0 ? FURTHEST : duration;
        return bounded.getSeconds() * PER_SECOND + bounded.getNano() / NANOS;
    }

    /** The same of a duration that may be absent. */
    public static @Nullable Long orNull(@Nullable Duration duration) {
        return duration == null ? null : of(duration);
    }
}
