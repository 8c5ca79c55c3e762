package io.cloacina.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.OnSqlite;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process in which no thread gets memory for a while: it goes on afterwards, or it ends and another one goes on. */
@Timeout(300)
class OutOfMemoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void a_process_without_memory_goes_on_or_ends_and_nothing_is_lost_on_sqlite() {
        try (Database database = new OnSqlite()) {
            assertNothingIsLost(database);
        }
    }

    @Test
    void a_process_without_memory_goes_on_or_ends_and_nothing_is_lost_on_postgres() {
        try (Database database = new OnPostgres(EmbeddedPostgres.shared())) {
            assertNothingIsLost(database);
        }
    }

    private void assertNothingIsLost(Database database) {
        Path promises = folder.resolve("promises");
        try (ChildJvm hungry = Hungry.start(database.url(), promises, "eats")) {
            assertWentOnOrEnded(all(hungry), hungry.errors());
        }
        assertThat(new AppendedLines(promises).read()).isNotEmpty();
        try (ChildJvm other = Hungry.start(database.url(), promises, "fasts")) {
            assertThat(all(other))
                    .as(other::errors)
                    .contains("ended")
                    .filteredOn(line -> line.startsWith("end modest"))
                    .hasSizeGreaterThanOrEqualTo(Hungry.MODEST)
                    .containsOnly("end modest COMPLETED");
        }
        assertThat(Verify.database(database.url()).violations()).isEmpty();
    }

    /** Of the eaters some fail, and some lose their lease over the meal and run again; nobody else fails. */
    private static void assertWentOnOrEnded(List<String> said, String errors) {
        if (said.contains("ended")) {
            assertThat(said)
                    .as(errors)
                    .filteredOn(line -> line.startsWith("end "))
                    .hasSize(Hungry.EATERS + Hungry.MODEST)
                    .containsAnyOf("end eater FAILED", "end eater COMPLETED")
                    .doesNotContain("end modest FAILED");
            assertThat(said).as(errors).doesNotContain("meals 0");
        }
    }

    /** All that it says until it ends. One that says nothing more and does not end is half alive. */
    private static List<String> all(ChildJvm child) {
        List<String> said = new ArrayList<>();
        for (Optional<String> line = child.nextLineUnlessEnded(PATIENCE);
                line.isPresent();
                line = child.nextLineUnlessEnded(PATIENCE)) {
            said.add(line.get());
        }
        return said;
    }
}
