package io.cloacina.runner;

import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.RefusedArgumentException;
import java.time.Duration;

/**
 * How often a runner asks the store for work that other processes left. Work of its own process it learns of at once.
 * The interval doubles from {@code min} to {@code max} while nothing is found, and falls back to {@code min} when
 * something is.
 *
 * @param min the shortest interval. Advice: the delay you accept between busy processes. Bounds: 1 ms to 1 min. Default:
 *     50 ms
 * @param max the longest interval; twice that on a store with push wake-ups, where a poll only makes up for one that was
 *     lost. Advice: the delay you accept after an idle time on a store without them. Bounds: {@code min} to 1 min. Default:
 *     1 s
 */
public record PollSettings(Duration min, Duration max) {

    /** The defaults named above. */
    public static final PollSettings DEFAULT = new PollSettings(Duration.ofMillis(50), Duration.ofSeconds(1));

    /** @throws RefusedArgumentException if a value is null or out of its bounds */
    public PollSettings {
        within(Duration.ofMillis(1), Duration.ofMinutes(1), min, "the shortest poll interval");
        within(min, Duration.ofMinutes(1), max, "the longest poll interval");
    }
}
