package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which jars of others one adapter brings to a user, on the class paths that Maven computed for the strangers' projects. Each is known
 * here by its reason, and the table in {@code docs/performance.md} is what this test makes: when it fails, paste what it shows.
 */
class ClassPathIT {

    private static final List<String> ADAPTERS = List.of("sqlite", "postgres");

    /** Who needs an artifact | what for. */
    private static final Map<String, String> REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry("HikariCP", "jpa | the pool of connections"),
            Map.entry("asm", "EclipseLink | it reads the entities' classes"),
            Map.entry("asm-commons", "EclipseLink | its weaver, where an application is started with its agent"),
            Map.entry("asm-tree", "asm-commons | the same"),
            Map.entry("flyway-core", "jpa | migrations"),
            Map.entry("flyway-database-postgresql", "adapter-postgres | migrations there"),
            Map.entry("jackson-annotations", "jackson-databind | it loads them whether used or not"),
            Map.entry("jackson-core", "runner | reading JSON"),
            Map.entry("jackson-databind", "runner | objects of users to JSON and back"),
            Map.entry("jakarta.persistence-api", "jpa | the interface to the persistence provider"),
            Map.entry("jspecify", "all | nullness annotations, for whoever compiles against us"),
            Map.entry("org.eclipse.persistence.core", "jpa | the persistence provider"),
            Map.entry("org.eclipse.persistence.jpa", "jpa | the persistence provider"),
            Map.entry("org.eclipse.persistence.jpa.jpql", "jpa | it parses our queries for lists"),
            Map.entry("postgresql", "adapter-postgres | the driver"),
            Map.entry("slf4j-api", "runner, jpa, HikariCP, Flyway | logging"),
            Map.entry("sqlite-jdbc", "adapter-sqlite | the driver, with SQLite itself for every platform")));

    @Test
    void every_jar_of_others_is_there_for_a_reason() {
        assertThat(artifacts()).containsExactlyElementsOf(REASONS.keySet());
    }

    @Test
    void the_documentation_shows_what_maven_brings() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "performance.md"))).contains(table());
    }

    private static List<String> artifacts() {
        return ADAPTERS.stream()
                .flatMap(adapter -> jars(adapter).stream())
                .map(Jar::artifact)
                .distinct()
                .sorted()
                .toList();
    }

    private static String table() {
        Map<String, Map<String, Jar>> byArtifact = new TreeMap<>();
        ADAPTERS.forEach(adapter -> jars(adapter)
                .forEach(jar -> byArtifact
                        .computeIfAbsent(jar.artifact(), artifact -> new LinkedHashMap<>())
                        .put(adapter, jar)));
        String totals = ADAPTERS.stream()
                .map(adapter -> jars(adapter).stream().mapToLong(Jar::kibibytes).sum())
                .map(kibibytes -> String.format(Locale.ROOT, "**%,d**", kibibytes))
                .collect(Collectors.joining(" | "));
        return Stream.concat(
                        byArtifact.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())),
                        Stream.of("| together | | " + totals + " | | |"))
                .collect(Collectors.joining("\n"));
    }

    private static String row(String artifact, Map<String, Jar> jars) {
        String sizes = ADAPTERS.stream()
                .map(adapter -> jars.containsKey(adapter)
                        ? String.format(Locale.ROOT, "%,d", jars.get(adapter).kibibytes())
                        : "–")
                .collect(Collectors.joining(" | "));
        String version = jars.values().iterator().next().version();
        return "| " + artifact + " | " + version + " | " + sizes + " | " + REASONS.get(artifact) + " |";
    }

    /** The jars that are not ours. */
    private static List<Jar> jars(String adapter) {
        Path classPath = Path.of("target", "it", "consumer-" + adapter, "target", "classpath");
        try {
            return Arrays.stream(Files.readString(classPath).strip().split(File.pathSeparator))
                    .map(path -> new Jar(Path.of(path)))
                    .filter(jar -> !jar.artifact().startsWith("cloacina-"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A jar in a Maven repository: its folder is named for the version, and that one's for the artifact. */
    private record Jar(Path path) {

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
}
