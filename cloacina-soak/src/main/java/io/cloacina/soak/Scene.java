package io.cloacina.soak;

import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.testsupport.Durability;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the figures of one backend are taken: its databases, folders to write in, and the report. One thread at a time. */
final class Scene implements AutoCloseable {

    private final Backend backend;
    private final long seed;
    private final Report report;
    private final List<Path> folders = new ArrayList<>();
    private @Nullable EmbeddedPostgres server;

    Scene(Backend backend, long seed, Report report) {
        this.backend = backend;
        this.seed = seed;
        this.report = report;
    }

    Backend backend() {
        return backend;
    }

    long seed() {
        return seed;
    }

    Report report() {
        return report;
    }

    /** An empty database, for the caller to close. */
    Database newDatabase() {
        return backend.databases(this::server).get();
    }

    /** The database, not by the road that faults strike. */
    static String straightTo(Database database) {
        return database instanceof OnPostgres server ? server.database().url() : database.url();
    }

    /** A server that waits for the disk, made when it is asked for first. */
    private EmbeddedPostgres server() {
        EmbeddedPostgres running = server == null ? EmbeddedPostgres.launch(Durability.DURABLE, List.of()) : server;
        server = running;
        return running;
    }

    /** An empty folder; gone when the scene is closed. */
    Path newFolder() throws IOException {
        Path folder = Files.createTempDirectory("cloacina-soak");
        folders.add(folder);
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.map(Path::toFile).sorted(Comparator.reverseOrder()).forEach(File::delete);
            }
        }
    }
}
