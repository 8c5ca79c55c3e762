package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.url.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The file before it is opened. Nothing here touches it once a connection is open: whoever closes a file of his own drops
 * the locks that SQLite holds on it.
 */
record DatabaseFile(Path path) {

    private Refusal refusal() {
        return SqliteRefusal.at(path);
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Whether it is there and holds nothing, as no database does that was ever used. */
    boolean isEmpty() {
        try {
            return Files.size(path) == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Refuses what is no place for a database, before anything is made. */
    void requirePlace() {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refusal().of("the folder of the file does not exist", "make it first");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw refusal().of("the path is that of a folder or a device", "name a file");
        }
    }

    /** Refuses what cannot be written to; SQLite would find out at the first transaction. */
    void requireRights() {
        Path folder = path.getParent();
        boolean writable = folder != null && Files.isWritable(folder) && (!exists() || Files.isWritable(path));
        if (!writable) {
            throw refusal()
                    .of(
                            "the file or its folder may not be written to by this user",
                            "check the rights on both, or use mode=ro");
        }
    }

    void requirePresence() {
        if (!exists()) {
            throw refusal().of("the file does not exist", "use mode=rwc to make it, or correct the path");
        }
    }

    /**
     * Refuses to begin anew beside the journal of a lost database: SQLite would remove unread what lies beside an empty file.
     * The journal is looked for first: another process that makes the database makes its journal later.
     */
    void requireNoLostJournal() {
        if (hasJournal() && isEmpty()) {
            throw refusal()
                    .of(
                            "the file is empty, but its -wal is there, which may hold work",
                            "put the database file back, or move the -wal away");
        }
        if (hasJournal() && !exists()) {
            throw refusal()
                    .of(
                            "the file does not exist, but its -wal does, which may hold work",
                            "put the database file back, or move the -wal away");
        }
    }

    /**
     * Refuses a file whose journal was taken away. SQLite makes the journal before its index, and when the last one closes
     * the file it removes the index first: an index that stays while there is no journal was left by a crash.
     */
    void requireJournalOfIndex() {
        Path index = path.resolveSibling(path.getFileName() + "-shm");
        Optional<Object> before = key(index);
        if (before.isPresent() && !hasJournal() && before.equals(key(index))) {
            throw refusal()
                    .of(
                            "its -shm is there, but its -wal is not, which may have held work",
                            "put the -wal back, or remove the -shm to go on without that work");
        }
    }

    private static Optional<Object> key(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(Objects.requireNonNullElse(now.fileKey(), "present"));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Whether there is a journal, which may hold what is not in the file yet. */
    boolean hasJournal() {
        return Files.exists(journal());
    }

    /** Something that is another one when the file was written to or replaced; the file is not opened for it. */
    Object state() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return Arrays.asList(now.fileKey(), now.size(), now.lastModifiedTime());
        } catch (IOException e) {
            throw refusal().of("the file is gone, or its folder cannot be read", "put it back, or check the rights");
        }
    }

    private Path journal() {
        return journalOf(path);
    }

    static Path journalOf(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    /** Makes an empty database that only its owner may read. */
    void create() throws IOException {
        try {
            Files.createFile(path, ownerOnly());
        } catch (FileAlreadyExistsException e) {
            requirePlace();
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
