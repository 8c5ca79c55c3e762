package io.cloacina.ports;

import java.time.InstantSource;

/** The two clocks of a runner: wall-clock time for what people read, monotonic time for what must not jump. */
public interface TimeSource extends InstantSource {

    /** Monotonic nanoseconds from an arbitrary origin; only differences mean something. */
    long nanoTime();
}
