package io.cloacina.adapter.sqlite.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the database file behind SQLite's back. */
public final class AdapterThatTouchesTheFile {
    byte[] header(Path database) throws IOException {
        return Files.readAllBytes(database);
    }
}
