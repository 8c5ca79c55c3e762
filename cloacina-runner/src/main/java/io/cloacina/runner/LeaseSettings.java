package io.cloacina.runner;

import static io.cloacina.runner.Bounds.require;

import java.time.Duration;

/**
 * How a runner holds its tasks and finds those of dead runners.
 *
 * @param lease how long a claim holds without a heartbeat. A task of a runner that died is tried again after this time at
 *     the earliest. Advice: longer than any pause of the process or of the database that should go unnoticed. Bounds: 1 s
 *     to 1 h. Default: 30 s
 * @param heartbeat how often leases are extended. Advice: a third of the lease. Bounds: 100 ms to less than half of the
 *     lease. Default: 10 s
 * @param sweep how often expired leases and overdue executions are looked for. Advice: about the heartbeat. Bounds: 100 ms
 *     to 1 h. Default: 10 s
 * @param maxRecoveryAttempts how often an expired lease may be taken from one task before the task fails as abandoned: it
 *     may be what kills the runners. Bounds: 0 to 100. Default: 3
 */
public record LeaseSettings(Duration lease, Duration heartbeat, Duration sweep, int maxRecoveryAttempts) {

    /** The defaults named above. */
    public static final LeaseSettings DEFAULT =
            new LeaseSettings(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(10), 3);

    /** @throws IllegalArgumentException if a value is out of its bounds */
    public LeaseSettings {
        require("lease", lease, Duration.ofSeconds(1), Duration.ofHours(1));
        require("heartbeat", heartbeat, Duration.ofMillis(100), lease);
        require("sweep", sweep, Duration.ofMillis(100), Duration.ofHours(1));
        require("maxRecoveryAttempts", maxRecoveryAttempts, 0, 100);
        if (heartbeat.multipliedBy(2).compareTo(lease) >= 0) {
            throw new IllegalArgumentException("heartbeat must be less than half of the lease: heartbeat " + heartbeat
                    + ", lease " + lease + ". Raise the lease or lower the heartbeat.");
        }
    }

    /** Leases of this length, with heartbeat and sweep every third of it and the default number of recoveries. */
    public static LeaseSettings of(Duration lease) {
        return new LeaseSettings(lease, lease.dividedBy(3), lease.dividedBy(3), DEFAULT.maxRecoveryAttempts);
    }
}
