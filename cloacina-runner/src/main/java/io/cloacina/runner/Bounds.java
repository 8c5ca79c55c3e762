package io.cloacina.runner;

import java.time.Duration;
import java.util.Objects;

/** Refuses settings that are out of bounds; nothing is corrected silently. */
final class Bounds {

    private Bounds() {}

    static void require(String setting, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(setting + " must be " + min + " to " + max + ": " + value);
        }
    }

    static void require(String setting, Duration value, Duration min, Duration max) {
        Objects.requireNonNull(value, setting);
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(setting + " must be " + min + " to " + max + ": " + value);
        }
    }
}
