package io.cloacina.faults;

import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a server, and stand still. */
@Timeout(600)
class PausesOnPostgresTest {

    @TempDir
    Path folder;

    @Test
    void what_processes_bring_after_they_stood_still_beyond_their_lease_counts_for_nothing(TestReporter reporter) {
        try (OnPostgres database = new OnPostgres(EmbeddedPostgres.shared())) {
            new Campaigns(folder, reporter).pauseProcesses(database, Leases.ON_POSTGRES);
        }
    }
}
