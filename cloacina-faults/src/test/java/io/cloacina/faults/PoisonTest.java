package io.cloacina.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.OnSqlite;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.StartingLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
        try (OnPostgres database = new OnPostgres(EmbeddedPostgres.shared())) {
            assertIsGivenUp(database.database().url());
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
            List<ChildJvm> dead = endedWith(Poisoned.KILLED, processes);
            List<ChildJvm> survivors = endedWith(0, processes);
            assertThat(new AppendedLines(runs).read())
                    .as(() -> errors(processes))
                    .hasSameSizeAs(dead)
                    .doesNotHaveDuplicates();
            assertThat(survivors)
                    .as(() -> errors(processes))
                    .hasSizeGreaterThanOrEqualTo(SURVIVORS)
                    .hasSize(processes.size() - dead.size())
                    .allSatisfy(PoisonTest::assertSurvived);
        } finally {
            drawn.close();
            processes.forEach(ChildJvm::close);
        }
        assertWasAbandoned(url);
        assertThat(Verify.database(url).violations()).isEmpty();
    }

    private static List<ChildJvm> endedWith(int code, List<ChildJvm> processes) {
        return processes.stream()
                .filter(process -> process.waitFor(PATIENCE) == code)
                .toList();
    }

    /** After as many claims as it has tries; of a claim that a slow machine lets expire before the body begins, nobody dies. */
    private static void assertWasAbandoned(String url) {
        try (DefaultRunner runner = DefaultRunner.builder().url(url).open()) {
            ExecutionId poison = runner.list(new ExecutionFilter(Poisoned.POISON, Set.of(), null, 1))
                    .get(0)
                    .id();
            List<EventKind> history = runner.history(poison, 0, 1000).stream()
                    .map(recorded -> recorded.event().kind())
                    .toList();
            assertThat(history)
                    .filteredOn(EventKind.TASK_CLAIMED::equals)
                    .as("claims in %s", history)
                    .hasSize(VICTIMS);
            assertThat(history)
                    .filteredOn(EventKind.TASK_LEASE_EXPIRED::equals)
                    .as("recoveries in %s", history)
                    .hasSize(Poisoned.RECOVERIES);
            assertThat(history).containsOnlyOnce(EventKind.TASK_ABANDONED);
        }
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
