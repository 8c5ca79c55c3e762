package io.cloacina.faults;

import io.cloacina.faults.stage.OnSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a file, and end. */
@Timeout(600)
class CrashesOnSqliteTest {

    @TempDir
    Path folder;

    @Test
    void whatever_kills_processes_nothing_accepted_is_lost_and_no_body_is_repeated_without_cause(
            TestReporter reporter) {
        try (OnSqlite database = new OnSqlite()) {
            new Campaigns(folder, reporter).endProcesses(database, Leases.ON_SQLITE);
        }
    }
}
