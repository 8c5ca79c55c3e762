package io.cloacina.faults;

import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a server, and end. */
@Timeout(600)
class CrashesOnPostgresTest {

    @TempDir
    Path folder;

    @Test
    void whatever_kills_processes_nothing_accepted_is_lost_and_no_body_is_repeated_without_cause(
            TestReporter reporter) {
        try (OnPostgres database = new OnPostgres(EmbeddedPostgres.shared())) {
            new Campaigns(folder, reporter).endProcesses(database, Leases.ON_POSTGRES);
        }
    }
}
