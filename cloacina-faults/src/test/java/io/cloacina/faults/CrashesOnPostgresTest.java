package io.cloacina.faults;

import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a server, and end or stand still. */
@Timeout(600)
class CrashesOnPostgresTest {

    private static final Duration LEASE = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    @Test
    void whatever_kills_processes_nothing_accepted_is_lost_and_no_body_is_repeated_without_cause(
            TestReporter reporter) {
        try (OnPostgres database = new OnPostgres(EmbeddedPostgres.shared())) {
            new Campaigns(folder, reporter).endProcesses(database, LEASE);
        }
    }

    @Test
    void what_processes_bring_after_they_stood_still_beyond_their_lease_counts_for_nothing(TestReporter reporter) {
        try (OnPostgres database = new OnPostgres(EmbeddedPostgres.shared())) {
            new Campaigns(folder, reporter).pauseProcesses(database, LEASE);
        }
    }
}
