package io.cloacina.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.OnSqlite;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.StartingLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A task that kills every process that runs it, among processes that all could. */
@Timeout(300)
class PoisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int VICTIMS = 1 + Poisoned.RECOVERIES;
    private static final int SURVIVORS = 2;

    @TempDir
    Path folder;

    @Test
    void is_given_up_after_so_many_recoveries_and_the_others_go_on_on_sqlite() {
        try (Database database = new OnSqlite()) {
            assertIsGivenUp(database.url());
        }
    }

    @Test
    void is_given_up_after_so_many_recoveries_and_the_others_go_on_on_postgres() {
        try (Database database = new OnPostgres(EmbeddedPostgres.shared())) {
            assertIsGivenUp(database.url());
        }
    }

    private void assertIsGivenUp(String url) {
        Path runs = folder.resolve("runs");
        Path line = folder.resolve("line");
        StartingLine drawn = StartingLine.drawn(line);
        List<ChildJvm> processes = Stream.generate(() -> Poisoned.start(url, line, runs))
                .limit(VICTIMS + SURVIVORS)
                .toList();
        try {
            processes.forEach(process -> process.awaitLine("ready"::equals, PATIENCE));
            drawn.close();
            Map<Integer, Long> ends =
                    processes.stream().collect(groupingBy(process -> process.waitFor(PATIENCE), counting()));
            assertThat(ends).as(() -> errors(processes)).isEqualTo(Map.of(Poisoned.KILLED, (long) VICTIMS, 0, (long)
                    SURVIVORS));
            assertThat(processes)
                    .filteredOn(process -> process.waitFor(PATIENCE) == 0)
                    .allSatisfy(PoisonTest::assertSurvived);
        } finally {
            drawn.close();
            processes.forEach(ChildJvm::close);
        }
        assertThat(new AppendedLines(runs).read()).hasSize(VICTIMS).doesNotHaveDuplicates();
        assertThat(Verify.database(url).violations()).isEmpty();
    }

    /** It was told how the poison ended, and does other work as before. */
    private static void assertSurvived(ChildJvm survivor) {
        assertThat(survivor.nextLine(PATIENCE)).startsWith("poison FAILED");
        assertThat(survivor.nextLine(PATIENCE)).startsWith("water COMPLETED");
    }

    private static String errors(List<ChildJvm> processes) {
        return processes.stream().map(ChildJvm::errors).reduce("", String::concat);
    }
}
