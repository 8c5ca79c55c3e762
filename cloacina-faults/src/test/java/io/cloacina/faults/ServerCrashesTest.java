package io.cloacina.faults;

import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.testsupport.Durability;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a server, and lose it or the way to it. */
@Timeout(600)
class ServerCrashesTest {

    @TempDir
    Path folder;

    @Test
    void whatever_happens_to_the_server_and_on_the_way_to_it_no_body_is_repeated_without_cause(TestReporter reporter) {
        try (EmbeddedPostgres server = EmbeddedPostgres.launch(Durability.DURABLE);
                OnPostgres database = new OnPostgres(server)) {
            new Campaigns(folder, reporter).strikeTheDatabase(database, Leases.BEYOND_A_RESTART);
        }
    }
}
