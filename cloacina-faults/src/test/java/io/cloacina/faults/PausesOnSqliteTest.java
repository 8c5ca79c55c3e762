package io.cloacina.faults;

import io.cloacina.faults.stage.OnSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a file, and stand still. */
@Timeout(600)
class PausesOnSqliteTest {

    @TempDir
    Path folder;

    @Test
    void what_processes_bring_after_they_stood_still_beyond_their_lease_counts_for_nothing(TestReporter reporter) {
        try (OnSqlite database = new OnSqlite()) {
            new Campaigns(folder, reporter).pauseProcesses(database, Leases.ON_SQLITE);
        }
    }
}
