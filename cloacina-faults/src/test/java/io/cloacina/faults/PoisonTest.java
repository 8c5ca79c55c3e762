package io.cloacina.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnSqlite;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A task that kills every process that runs it, among processes that all could, however many of them there are. */
@Timeout(300)
class PoisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int VICTIMS = 1 + Poisoned.RECOVERIES;
    private static final List<Integer> SIZES = List.of(1, 2, 4);

    @TempDir
    Path folder;

    @Test
    void is_given_up_after_so_many_recoveries_and_the_others_go_on_on_sqlite() throws Exception {
        try (Database one = new OnSqlite();
                Database two = new OnSqlite();
                Database four = new OnSqlite()) {
            assertIsGivenUp(one.url(), two.url(), four.url());
        }
    }

    @Test
    void is_given_up_after_so_many_recoveries_and_the_others_go_on_on_postgres() throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.shared();
        try (PostgresDatabase one = server.newDatabase();
                PostgresDatabase two = server.newDatabase();
                PostgresDatabase four = server.newDatabase()) {
            assertIsGivenUp(one.url(), two.url(), four.url());
        }
    }

    /** Crews of all sizes, each on a database of its own: while one waits for a lease to run out, the next one starts. */
    private void assertIsGivenUp(String... urls) throws Exception {
        List<PoisonedCrew> crews = new ArrayList<>();
        ExecutorService supervisors = Executors.newCachedThreadPool();
        try {
            List<Future<?>> places = new ArrayList<>();
            for (String url : urls) {
                int size = SIZES.get(crews.size());
                PoisonedCrew crew =
                        new PoisonedCrew(size, VICTIMS, url, Files.createDirectory(folder.resolve("of-" + size)));
                crews.add(crew);
                crew.go().forEach(place -> places.add(supervisors.submit(place)));
            }
            for (Future<?> place : places) {
                place.get();
            }
            assertThat(crews).allSatisfy(PoisonTest::assertGoesOn);
        } finally {
            supervisors.shutdownNow();
            crews.forEach(PoisonedCrew::close);
        }
        for (String url : urls) {
            assertWasAbandoned(url);
            assertThat(Verify.database(url).violations()).isEmpty();
        }
    }

    private static void assertGoesOn(PoisonedCrew crew) {
        assertThat(new AppendedLines(crew.runs()).read())
                .as(crew::errors)
                .hasSameSizeAs(crew.endedWith(Poisoned.KILLED))
                .doesNotHaveDuplicates();
        assertThat(crew.endedWith(0))
                .as(() -> "of " + crew.size() + ": " + crew.errors())
                .hasSize(crew.size())
                .allSatisfy(PoisonTest::assertSurvived);
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
        assertThat(survivor.awaitLine(line -> !line.equals("ready"), PATIENCE)).startsWith("poison FAILED");
        assertThat(survivor.nextLine(PATIENCE)).startsWith("water COMPLETED");
    }
}
