package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.SystemCommand;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What may have happened to the files of a database between the crash of one runner and the start of the next one. Whatever
 * could cost acknowledged work is refused and left as it is, and once the files are put back everything goes on.
 */
class FileAfterCrashTest {

    private static CrashedFile crashed;
    private static CrashedFile another;

    @TempDir
    Path folder;

    @BeforeAll
    static void crash(@TempDir Path crashes) throws IOException {
        crashed = CrashedFile.in(crashes.resolve("one"));
        another = CrashedFile.in(crashes.resolve("another"));
    }

    /** Does something to the files. */
    @FunctionalInterface
    private interface Change {
        void in(Path folder) throws IOException;
    }

    private enum Loss {
        EMPTIED("the file is empty, and its -lock remembers", Loss::withoutJournal, cutTo(0)),
        EMPTIED_BESIDE_ITS_JOURNAL("the file is empty, but its -wal is there", cutTo(0)),
        JOURNAL_LOST("its -shm is there, but its -wal is not", remove("-wal")),
        JOURNAL_OF_ANOTHER("its -wal is, or was, that of another database", takeOver("-wal")),
        JOURNAL_AND_INDEX_OF_ANOTHER(
                "its -wal is, or was, that of another database", takeOver("-wal"), takeOver("-shm")),
        REPLACED_BY_ANOTHER("holds another database, and its -lock remembers", takeOver(""), takeOver("-wal")),
        FILE_LOST("does not exist, but its -wal does", remove("")),
        CUT_IN_HALF("keep a copy of it with its -wal", Loss::withoutJournal, cutTo(40_000)),
        CUT_TO_LESS_THAN_A_HEADER("keep a copy of it with its -wal", Loss::withoutJournal, cutTo(50)),
        HEADER_OVERWRITTEN("keep a copy of it with its -wal", garbage(0, 100)),
        EVERYTHING_BEHIND_THE_HEADER_OVERWRITTEN("keep a copy of it with its -wal", garbage(100, 1 << 20));

        private final String said;
        private final Change[] changes;

        Loss(String said, Change... changes) {
            this.said = said;
            this.changes = changes;
        }

        void happenIn(Path folder) throws IOException {
            for (Change change : changes) {
                change.in(folder);
            }
        }

        private static void withoutJournal(Path folder) throws IOException {
            remove("-wal").in(folder);
            remove("-shm").in(folder);
        }

        private static Change remove(String suffix) {
            return folder -> Files.delete(folder.resolve(CrashedFile.NAME + suffix));
        }

        private static Change takeOver(String suffix) {
            return folder -> Files.write(
                    folder.resolve(CrashedFile.NAME + suffix),
                    Files.readAllBytes(another.folder().resolve(CrashedFile.NAME + suffix)));
        }

        private static Change cutTo(int length) {
            return folder -> {
                try (RandomAccessFile file =
                        new RandomAccessFile(folder.resolve(CrashedFile.NAME).toFile(), "rw")) {
                    file.setLength(length);
                }
            };
        }

        private static Change garbage(int from, int to) {
            return folder -> overwrite(folder.resolve(CrashedFile.NAME), from, to);
        }
    }

    private static void overwrite(Path path, int from, int to) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = from; i < Math.min(to, bytes.length); i++) {
            bytes[i] = (byte) random.nextInt();
        }
        Files.write(path, bytes);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_lost_something_is_refused_and_left_alone(Loss loss) throws IOException {
        Path file = crashed.copyTo(folder);
        loss.happenIn(folder);
        Map<String, Integer> before = contents();

        assertThatThrownBy(() -> open(file).close())
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(loss.said);

        assertThat(contents()).isEqualTo(before);
    }

    private enum Nothing {
        AS_THE_CRASH_LEFT_IT(folder -> {}),
        INDEX_GONE(folder -> Files.delete(folder.resolve(CrashedFile.NAME + "-shm"))),
        INDEX_OF_ANOTHER(Loss.takeOver("-shm")),
        INDEX_OVERWRITTEN(folder -> overwrite(folder.resolve(CrashedFile.NAME + "-shm"), 0, 1 << 16)),
        LOCK_GONE(folder -> Files.delete(folder.resolve(CrashedFile.NAME + "-lock"))),
        LOCK_OVERWRITTEN(folder -> Files.writeString(folder.resolve(CrashedFile.NAME + "-lock"), "nonsense"));

        private final Change change;

        Nothing(Change change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_holds_no_work_may_be_lost_or_stale_and_everything_goes_on(Nothing loss) throws IOException {
        Path file = crashed.copyTo(folder);
        loss.change.in(folder);

        assertEverythingCompletes(file);
    }

    @Test
    void a_process_whose_index_another_one_cuts_dies_of_it_and_what_it_acknowledged_goes_on() throws IOException {
        CrashedFile cut = CrashedFile.in(folder.resolve("cut"), doomed -> {
            SystemCommand.run("truncate", "-s", "0", folder.resolve("cut").resolve(CrashedFile.NAME) + "-shm");
            assertThat(doomed.waitFor(Chapter.PATIENCE))
                    .as("it dies of the signal SIGBUS")
                    .isNotZero();
        });

        assertEverythingCompletes(cut.file(), cut.accepted());
    }

    @Test
    void another_database_in_its_place_is_taken_when_the_lock_file_was_removed() throws IOException {
        Path file = another.copyTo(folder);
        Files.copy(
                crashed.folder().resolve(CrashedFile.NAME + "-lock"),
                folder.resolve(CrashedFile.NAME + "-lock"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> open(file).close()).hasMessageContaining("if this is meant, remove the -lock");

        Files.delete(folder.resolve(CrashedFile.NAME + "-lock"));

        try (DefaultRunner runner = open(file)) {
            assertThat(another.accepted())
                    .allSatisfy(id -> assertThat(runner.find(id)).isPresent());
        }
    }

    private DefaultRunner open(Path file) {
        Journal journal = new Journal(folder.resolve("journal"));
        return DefaultRunner.builder()
                .url(file.toString())
                .settings(Leases.PATIENT::in)
                .workflows(DoomedRunner.workflows(journal::ran))
                .open();
    }

    private void assertEverythingCompletes(Path file) {
        assertEverythingCompletes(file, crashed.accepted());
    }

    private void assertEverythingCompletes(Path file, List<ExecutionId> accepted) {
        try (DefaultRunner runner = open(file)) {
            assertThat(accepted).allSatisfy(id -> {
                ExecutionResult result = runner.handleOf(id).orElseThrow().result(Chapter.PATIENCE);
                assertThat(result.status()).as(result.toString()).isEqualTo(ExecutionStatus.COMPLETED);
            });
        }
        assertThat(Verify.database(file.toString()).violations()).isEmpty();
    }

    /** The index holds the marks of readers, which come and go. */
    private Map<String, Integer> contents() throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                String name = each.getFileName().toString();
                contents.put(name, name.endsWith("-shm") ? 0 : Arrays.hashCode(Files.readAllBytes(each)));
            }
        }
        return contents;
    }
}
