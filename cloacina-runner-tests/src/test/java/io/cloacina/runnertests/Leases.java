package io.cloacina.runnertests;

import io.cloacina.runner.LeaseSettings;
import io.cloacina.runner.PollSettings;
import io.cloacina.runner.RunnerSettings;
import java.time.Duration;

/** How long a runner under test holds its tasks, and how soon it takes back those that others lost. */
enum Leases {

    /** They never run out, whatever the machine has to do besides. */
    PATIENT(Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofMillis(100)),

    /** The same, said ten times a second. */
    PATIENT_AND_LOUD(Duration.ofHours(1), Duration.ofMillis(100), Duration.ofMillis(100)),

    /** They run out a second after the last heartbeat: the shortest that there are. */
    SHORT(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(100)),

    /**
     * In a runner that takes nothing back, neither from others nor from itself. What it lost because the machine kept it
     * would stay lost, so these outlast a busy machine.
     */
    UNSWEPT(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofHours(1));

    private static final Duration GRACE = Duration.ofMillis(200);
    private static final PollSettings POLLING = new PollSettings(Duration.ofMillis(20), Duration.ofMillis(100));

    private final Duration lease;
    private final Duration heartbeat;
    private final Duration sweep;

    Leases(Duration lease, Duration heartbeat, Duration sweep) {
        this.lease = lease;
        this.heartbeat = heartbeat;
        this.sweep = sweep;
    }

    Duration lease() {
        return lease;
    }

    Duration sweep() {
        return sweep;
    }

    /** Settings with such leases: what others leave is found soon, and nothing waits long for the end. */
    RunnerSettings in(RunnerSettings other) {
        return other.withLeases(new LeaseSettings(lease, heartbeat, sweep, 3))
                .withPolling(POLLING)
                .withShutdownGrace(GRACE);
    }
}
