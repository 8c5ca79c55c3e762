package io.cloacina.architecture;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A jar of others that an adapter brings to a user, on the class path that Maven computed for a stranger's project. It lies in a Maven
 * repository: its folder is named for the version, and that one's for the artifact.
 */
record BroughtJar(Path path) {

    static final List<String> ADAPTERS = List.of("sqlite", "postgres");

    /** By one adapter. */
    static List<BroughtJar> by(String adapter) {
        Path classPath = Path.of("target", "it", "consumer-" + adapter, "target", "classpath");
        try {
            return Arrays.stream(Files.readString(classPath).strip().split(File.pathSeparator))
                    .map(path -> new BroughtJar(Path.of(path)))
                    .filter(jar -> !jar.artifact().startsWith("cloacina-"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** By either of them. */
    static List<BroughtJar> all() {
        return ADAPTERS.stream()
                .flatMap(adapter -> by(adapter).stream())
                .distinct()
                .toList();
    }

    String artifact() {
        return path.getParent().getParent().getFileName().toString();
    }

    String version() {
        return path.getParent().getFileName().toString();
    }

    long kibibytes() {
        return Math.round(path.toFile().length() / 1024.0);
    }
}
