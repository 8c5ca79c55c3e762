package io.cloacina.examples.checkup.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A small Maven repository, written file by file. */
public final class TestRepository {

    private final Path directory;

    /** An empty repository in that directory, which is created. */
    public TestRepository(Path directory) {
        try {
            this.directory = Files.createDirectories(directory).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it lies. */
    public Path directory() {
        return directory;
    }

    /** Adds {@code count} artifacts with good checksums, named by their number. */
    public TestRepository goodArtifacts(int count) {
        for (int i = 0; i < count; i++) {
            good("org/example/lib-" + i + "/1.0/lib-" + i + "-1.0.jar");
        }
        return this;
    }

    /** Adds a file with a good checksum. */
    public TestRepository good(String path) {
        return file(path, "content of " + path).file(path + ".sha1", sha1("content of " + path));
    }

    /** Adds a file whose checksum promises something else. */
    public TestRepository damaged(String path) {
        return file(path, "damaged").file(path + ".sha1", sha1("content of " + path));
    }

    /** Adds a file with this content and nothing beside it. */
    public TestRepository file(String path, String content) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a symbolic link to wherever. */
    public TestRepository link(String path, Path target) {
        try {
            Path link = directory.resolve(path);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, target);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
