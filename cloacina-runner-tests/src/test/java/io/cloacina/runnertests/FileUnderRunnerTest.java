package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.testsupport.SystemCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What may happen to the files of a database while a runner works on it. The runner stops, says so to everybody who waits, and
 * fails no task; and when the files are put back, another one goes on with all that was acknowledged.
 */
class FileUnderRunnerTest extends Chapter implements BackendSource {

    private static final int ENDED = 8;
    private static final int HELD = 3;

    private final SqliteBackend files = new SqliteBackend();
    private final CountDownLatch holding = new CountDownLatch(HELD);
    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public Backend newBackend() {
        return files;
    }

    /** Does something to the files of a database. The test's own process may not open them: it would drop SQLite's locks. */
    @FunctionalInterface
    private interface Change {
        void to(Path database) throws IOException;
    }

    private enum Mishap {
        UNLINKED(true, file -> Files.move(file, aside(file)), Mishap::putBack),
        REPLACED(true, Mishap::replace, Mishap::putBack),
        EMPTIED(
                true,
                file -> {
                    SystemCommand.run("cp", file.toString(), aside(file).toString());
                    SystemCommand.run("cp", file + "-wal", aside(file) + "-wal");
                    SystemCommand.run("truncate", "-s", "0", file.toString());
                },
                file -> {
                    putBack(file);
                    Files.move(
                            Path.of(aside(file) + "-wal"), Path.of(file + "-wal"), StandardCopyOption.REPLACE_EXISTING);
                }),
        JOURNAL_UNLINKED(false, file -> Files.delete(Path.of(file + "-wal")), file -> {}),
        JOURNAL_REPLACED(
                false,
                file -> {
                    Files.delete(Path.of(file + "-wal"));
                    Files.createFile(Path.of(file + "-wal"));
                },
                file -> {});

        private final boolean isNoticedByTheIdle;
        private final Change change;
        private final Change repair;

        Mishap(boolean isNoticedByTheIdle, Change change, Change repair) {
            this.isNoticedByTheIdle = isNoticedByTheIdle;
            this.change = change;
            this.repair = repair;
        }

        private static Path aside(Path file) {
            return file.resolveSibling("aside.db");
        }

        private static void replace(Path file) throws IOException {
            Path other = file.resolveSibling("other.db");
            DefaultRunner.open(other.toString()).close();
            Files.move(file, aside(file));
            Files.move(other, file);
        }

        private static void putBack(Path file) throws IOException {
            Files.move(aside(file), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_runner_whose_file_is_taken_away_stops_and_another_one_goes_on_when_it_is_back(Mishap mishap)
            throws Exception {
        DefaultRunner runner = open(
                runner().settings(Leases.SHORT::in).maxConcurrentTasks(HELD).workflows(diamond(), held()));
        List<ExecutionId> accepted = new ArrayList<>();
        for (int number = 0; number < ENDED; number++) {
            accepted.add(runner.execute(Shapes.DIAMOND, Context.empty()).id());
        }
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        for (int number = 0; number < HELD; number++) {
            ExecutionHandle handle = runner.start(HoldingRunner.NAME, Context.empty());
            accepted.add(handle.id());
            waiting.add(handle.completion());
        }
        assertThat(holding.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        mishap.change.to(files.file());
        if (!mishap.isNoticedByTheIdle) {
            assertStopped(mishap, () -> runner.start(Shapes.DIAMOND, Context.empty()));
        }
        assertThat(waiting)
                .allSatisfy(each -> assertThat(each)
                        .failsWithin(PATIENCE)
                        .withThrowableThat()
                        .havingCause()
                        .isInstanceOf(StoreException.Unusable.class));
        assertStopped(mishap, () -> runner.start(Shapes.DIAMOND, Context.empty()));
        release.countDown();
        runner.close();

        mishap.repair.to(files.file());
        DefaultRunner next = open(runner().workflows(diamond(), HoldingRunner.workflow(journal()::ran)));
        assertThat(accepted)
                .allSatisfy(id -> assertThat(
                                next.handleOf(id).orElseThrow().result(PATIENCE).status())
                        .isEqualTo(ExecutionStatus.COMPLETED));
        assertThat(Rows.of(backend(), "select count(*) from execution_events where kind = 'TASK_FAILED'"))
                .containsExactly("0");
    }

    /** Of an emptied file, whatever comes first tells: a look at it, or a page that is missing. */
    private static void assertStopped(Mishap mishap, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("runner.db")
                .message()
                .containsAnyOf(
                        "moved, deleted, replaced or emptied while it was open: put it back",
                        mishap == Mishap.EMPTIED ? "and restore a backup" : "put it back");
    }

    private Workflow diamond() {
        return Shapes.diamond(journal()::ran);
    }

    private Workflow held() {
        return HoldingRunner.workflow(journal()::ran, context -> {
            holding.countDown();
            release.await();
        });
    }
}
