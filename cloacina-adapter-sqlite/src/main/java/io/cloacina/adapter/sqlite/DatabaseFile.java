package io.cloacina.adapter.sqlite;

import static io.cloacina.adapter.sqlite.SqliteRefusal.REFUSAL;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * The file before it is opened. Nothing here touches it once a connection is open: whoever closes a file of his own drops
 * the locks that SQLite holds on it.
 */
record DatabaseFile(Path path) {

    boolean exists() {
        return Files.exists(path);
    }

    /** Refuses what is no place for a database, before anything is made. */
    void requirePlace() {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw REFUSAL.of("the folder of the file does not exist", "make it first");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw REFUSAL.of("the path is that of a folder or a device", "name a file");
        }
    }

    void requirePresence() {
        if (!exists()) {
            throw REFUSAL.of("the file does not exist", "use mode=rwc to make it, or correct the path");
        }
    }

    /**
     * Refuses to begin anew beside the journal of a lost database. The journal is looked for first: another process that
     * makes the database makes its journal later.
     */
    void requireNoLostJournal() {
        if (hasJournal() && !exists()) {
            throw REFUSAL.of(
                    "the file does not exist, but its -wal does, which may hold work",
                    "put the database file back, or move the -wal away");
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
            throw REFUSAL.of("the file is gone, or its folder cannot be read", "put it back, or check the rights");
        }
    }

    private Path journal() {
        return path.resolveSibling(path.getFileName() + "-wal");
    }

    /** Makes an empty database that only its owner may read. */
    void create() throws IOException {
        try {
            Files.createFile(path, ownerOnly(path));
        } catch (FileAlreadyExistsException e) {
            requirePlace();
        }
    }

    /** The rights of a new file: nobody but its owner, where the file system has such rights. */
    static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
