package io.cloacina.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.faults.check.Verdict;
import io.cloacina.faults.fault.DatabaseFault;
import io.cloacina.faults.fault.ProcessFault;
import io.cloacina.faults.fault.Restart;
import io.cloacina.faults.stage.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;

/** Runs one campaign on a database that is thrown away, says its figures, and demands that every check holds. */
record Campaigns(Path folder, TestReporter reporter) {

    /** The same seed in every build, unless another one is asked for. */
    static final long SEED = Long.getLong("faults.seed", 20_261_123);

    /** The machine's trouble alone may explain one in so many lost leases at most. */
    private static final int MACHINES_PART = 4;

    /** Where many leases are lost to the machine, its trouble might hide the library's. */
    Verdict endProcesses(Database database, Duration lease) {
        Verdict verdict = run(database, 3, lease, Counts.ends(SEED), List.of());
        assertThat(verdict.figures().get("lost to the machine") * MACHINES_PART)
                .as("%s", verdict)
                .isLessThanOrEqualTo(verdict.figures().get("lost leases"));
        return verdict;
    }

    /** Stops that cost nobody a lease, and after which nobody brings anything too late, have tested nothing. */
    Verdict pauseProcesses(Database database, Duration lease) {
        List<ProcessFault> pauses = Counts.pauses(SEED);
        Verdict verdict = run(database, 3, lease, pauses, List.of());
        assertThat(verdict.figures().get("lost leases")).as("%s", verdict).isGreaterThanOrEqualTo(pauses.size());
        assertThat(verdict.figures().get("late ends")).as("%s", verdict).isPositive();
        return verdict;
    }

    /** Where no restart was over within half of a lease, nothing says that one costs nobody a lease. */
    Verdict strikeTheDatabase(Database database, Duration lease) {
        Verdict verdict = run(database, 2, lease, List.of(), Counts.ofTheDatabase(SEED));
        assertThat(verdict.figures().getOrDefault(Restart.LONG, 0L))
                .as("restarts that may cost a lease, in %s", verdict)
                .isLessThan(Counts.RESTARTS);
        return verdict;
    }

    private Verdict run(
            Database database,
            int processes,
            Duration lease,
            List<ProcessFault> ofProcesses,
            List<DatabaseFault> ofTheDatabase) {
        Campaign campaign = new Campaign(SEED, processes, lease, ofProcesses.iterator(), ofTheDatabase.iterator());
        Verdict verdict = campaign.on(database, folder);
        reporter.publishEntry("seed " + SEED, verdict.figures().toString());
        assertThat(verdict.violations()).as("seed %d: %s", SEED, verdict).isEqualTo(Collections.emptyMap());
        assertThat(verdict.figures())
                .as("each fault has struck as often as it was to")
                .containsAllEntriesOf(counts(ofProcesses.stream().map(ProcessFault::name)))
                .containsAllEntriesOf(counts(ofTheDatabase.stream().map(DatabaseFault::name)));
        return verdict;
    }

    private static Map<String, Long> counts(Stream<String> names) {
        return names.collect(groupingBy(name -> name, counting()));
    }
}
