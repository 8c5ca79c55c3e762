package io.cloacina.runnertests;

import io.cloacina.runner.LeaseSettings;
import io.cloacina.runner.PollSettings;
import io.cloacina.runner.RunnerSettings;
import java.time.Duration;

/** How long a runner under test holds its tasks; whatever it is, those that others lost are taken back at once. */
enum Leases {

    /** They never run out, whatever the machine has to do besides. */
    PATIENT(Duration.ofHours(1), Duration.ofSeconds(10)),

    /** They run out a second after the last heartbeat: the shortest that there are. */
    SHORT(Duration.ofSeconds(1), Duration.ofMillis(200));

    private static final Duration SWEEP = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofMillis(200);
    private static final PollSettings OFTEN = new PollSettings(Duration.ofMillis(5), Duration.ofMillis(100));

    private final Duration lease;
    private final Duration heartbeat;

    Leases(Duration lease, Duration heartbeat) {
        this.lease = lease;
        this.heartbeat = heartbeat;
    }

    /** Settings with such leases: what others leave is found soon, and nothing waits long for the end. */
    RunnerSettings in(RunnerSettings other) {
        return other.withLeases(new LeaseSettings(lease, heartbeat, SWEEP, 3))
                .withPolling(OFTEN)
                .withShutdownGrace(GRACE);
    }
}
