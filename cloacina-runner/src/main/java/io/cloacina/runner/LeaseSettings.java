package io.cloacina.runner;

import static io.cloacina.domain.Arguments.given;
import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.RefusedArgumentException;
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

    private static final String LEASE = "the lease of a task";

    /** The defaults named above. */
    public static final LeaseSettings DEFAULT =
            new LeaseSettings(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(10), 3);

    /** @throws RefusedArgumentException if a value is null or out of its bounds */
    public LeaseSettings {
        within(Duration.ofSeconds(1), Duration.ofHours(1), lease, LEASE);
        within(Duration.ofMillis(100), lease, heartbeat, "the heartbeat of a lease");
        within(Duration.ofMillis(100), Duration.ofHours(1), sweep, "the sweep of leases");
        within(0, 100, maxRecoveryAttempts, "the maxRecoveryAttempts of leases");
        if (heartbeat.multipliedBy(2).compareTo(lease) >= 0) {
            throw new RefusedArgumentException(
                    "the heartbeat of a lease, " + heartbeat + ",",
                    "must be less than half of the lease, " + lease,
                    "raise the lease or lower the heartbeat");
        }
    }

    /**
     * Leases of this length, with heartbeat and sweep every third of it and the default number of recoveries.
     *
     * @throws RefusedArgumentException if the length is null or out of its bounds
     */
    public static LeaseSettings of(Duration lease) {
        Duration third = given(lease, LEASE, "say LeaseSettings.DEFAULT for the usual one")
                .dividedBy(3);
        return new LeaseSettings(lease, third, third, DEFAULT.maxRecoveryAttempts);
    }
}
