package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file as it is for a moment while another process moves its journal into it: the first page says more than is there. */
class CheckpointTest {

    private static final int PAGE = 4096;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_file_with_half_of_its_journal_moved_into_it_opens_with_everything_that_was_committed() throws Exception {
        Path busy = folder.resolve("busy.db");
        Path half = folder.resolve("half.db");
        List<ExecutionId> stored;
        try (ExecutionStore store = Databases.open(busy.toString());
                Connection stranger = Databases.stranger(busy);
                Statement statement = stranger.createStatement()) {
            stored = new SingleTasks(store, "a").define().submit(200);
            Files.copy(busy, half);
            Files.copy(folder.resolve("busy.db-wal"), folder.resolve("half.db-wal"));
            statement.execute("pragma wal_checkpoint(full)");
            moveFirstPage(busy, half);
        }

        try (ExecutionStore store = Databases.open(half.toString())) {
            assertThat(store.queries().find(stored)).hasSize(stored.size());
        }
    }

    private static void moveFirstPage(Path from, Path to) throws Exception {
        byte[] page = new byte[PAGE];
        try (RandomAccessFile source = new RandomAccessFile(from.toFile(), "r");
                RandomAccessFile target = new RandomAccessFile(to.toFile(), "rw")) {
            source.readFully(page);
            target.write(page);
        }
    }
}
