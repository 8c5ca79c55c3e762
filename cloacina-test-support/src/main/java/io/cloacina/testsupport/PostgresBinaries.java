package io.cloacina.testsupport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, from the archive on the class path to a folder they can be run from.
 *
 * <p>Unpacked once per archive and user of the machine, into a folder named after the archive's content. Unpacking
 * takes seconds and may be cut short at any moment, so it happens beside and is then moved into place as a whole.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpackedIn(Path workFolder) {
        byte[] archive = read("/postgres-%s-%s.txz".formatted(system(), architecture()));
        Path home = workFolder.resolve("postgres-" + fingerprint(archive));
        return HostLock.whileHolding(workFolder.resolve("binaries.lock"), () -> {
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return home;
        });
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "");
        return name.equals("aarch64") ? "arm_64" : "x86_64";
    }

    private static byte[] read(String archive) {
        try (InputStream stream = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (stream == null) {
                throw new IllegalStateException("No PostgreSQL for this machine: " + archive
                        + " is not on the class path. cloacina-test-support has a profile per platform.");
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + archive, failure);
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static void unpack(byte[] archive, Path home) {
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        try {
            WorkFolder.delete(unfinished);
            extract(archive, WorkFolder.make(unfinished));
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + home, failure);
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (InputStream unpressed = new XZInputStream(new ByteArrayInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(unpressed)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, entry.resolveIn(target));
            }
        }
    }

    private static void extract(InputStream content, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            WorkFolder.make(file);
            return;
        }
        WorkFolder.make(Objects.requireNonNull(file.getParent(), "an entry lies below the target"));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
