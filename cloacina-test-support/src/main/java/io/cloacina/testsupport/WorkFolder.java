package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder below the temporary one where this user's servers live.
 *
 * <p>It is shared by all builds of the user on this machine and outlives them: binaries are unpacked once. Programs are
 * run from it, so a folder that another user made is refused.
 */
final class WorkFolder {

    private WorkFolder() {}

    /** The folder, made when it is missing. */
    static Path open() {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9]", "_");
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "cloacina-postgres-" + user)
                .toAbsolutePath();
        make(folder);
        requireOwn(folder);
        return folder;
    }

    /** Makes a directory that everybody may read and enter, whatever the umask says. */
    static Path make(Path directory) {
        try {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(directory);
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make " + directory, failure);
        }
    }

    private static void requireOwn(Path folder) {
        try {
            Path mine = Files.createTempFile(folder, "owner", null);
            boolean own = Files.getOwner(mine).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
            Files.delete(mine);
            if (!own) {
                throw new IllegalStateException(folder + " belongs to another user; remove it");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write to " + folder + "; remove it", failure);
        }
    }

    static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
