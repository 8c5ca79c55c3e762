package io.cloacina.faults;

import io.cloacina.faults.stage.OnSqlite;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a file, and end or stand still. */
@Timeout(600)
class CrashesOnSqliteTest {

    /** Longer than a slow disk, a busy machine and those who write beside it keep a process from its turn. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void whatever_kills_processes_nothing_accepted_is_lost_and_no_body_is_repeated_without_cause(
            TestReporter reporter) {
        try (OnSqlite database = new OnSqlite()) {
            new Campaigns(folder, reporter).endProcesses(database, LEASE);
        }
    }

    @Test
    void what_processes_bring_after_they_stood_still_beyond_their_lease_counts_for_nothing(TestReporter reporter) {
        try (OnSqlite database = new OnSqlite()) {
            new Campaigns(folder, reporter).pauseProcesses(database, LEASE);
        }
    }
}
