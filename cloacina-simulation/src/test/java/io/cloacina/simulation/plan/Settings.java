package io.cloacina.simulation.plan;

import io.cloacina.runner.LeaseSettings;
import io.cloacina.runner.PollSettings;
import io.cloacina.runner.RunnerSettings;
import java.time.Duration;

/**
 * The knobs of all runners of one simulation.
 *
 * @param travel the most that a request or a reply takes: the longer it is, the more is committed together
 */
public record Settings(
        int runners,
        int concurrentTasks,
        int groupLimit,
        Duration lease,
        int recoveries,
        Duration grace,
        Duration travel,
        boolean server) {

    public Settings withRunners(int fewer) {
        return new Settings(fewer, concurrentTasks, groupLimit, lease, recoveries, grace, travel, server);
    }

    /** What the engine takes. */
    public RunnerSettings of(String runner) {
        Duration third = lease.dividedBy(3);
        return RunnerSettings.DEFAULT
                .withName(runner)
                .withMaxConcurrentTasks(concurrentTasks)
                .withGroupLimit(groupLimit)
                .withShutdownGrace(grace)
                .withLeases(new LeaseSettings(lease, third, third, recoveries))
                .withPolling(PollSettings.DEFAULT);
    }
}
