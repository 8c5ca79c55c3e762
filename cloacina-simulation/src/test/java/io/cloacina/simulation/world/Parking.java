package io.cloacina.simulation.world;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A place where one activity waits. */
final class Parking {

    static final Duration FOR_EVER = Duration.ofDays(365);

    @Nullable
    Suspension waiting;
}
