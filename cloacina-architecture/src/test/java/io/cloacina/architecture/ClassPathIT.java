package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return BroughtJar.all().stream()
                .map(BroughtJar::artifact)
                .distinct()
                .sorted()
                .toList();
    }

    private static String table() {
        Map<String, Map<String, BroughtJar>> byArtifact = new TreeMap<>();
        BroughtJar.ADAPTERS.forEach(adapter -> BroughtJar.by(adapter)
                .forEach(jar -> byArtifact
                        .computeIfAbsent(jar.artifact(), artifact -> new LinkedHashMap<>())
                        .put(adapter, jar)));
        String totals = BroughtJar.ADAPTERS.stream()
                .map(adapter -> BroughtJar.by(adapter).stream()
                        .mapToLong(BroughtJar::kibibytes)
                        .sum())
                .map(kibibytes -> String.format(Locale.ROOT, "**%,d**", kibibytes))
                .collect(Collectors.joining(" | "));
        return Stream.concat(
                        byArtifact.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())),
                        Stream.of("| together | | " + totals + " | | |"))
                .collect(Collectors.joining("\n"));
    }

    private static String row(String artifact, Map<String, BroughtJar> jars) {
        String sizes = BroughtJar.ADAPTERS.stream()
                .map(adapter -> jars.containsKey(adapter)
                        ? String.format(Locale.ROOT, "%,d", jars.get(adapter).kibibytes())
                        : "–")
                .collect(Collectors.joining(" | "));
        String version = jars.values().iterator().next().version();
        return "| " + artifact + " | " + version + " | " + sizes + " | " + REASONS.get(artifact) + " |";
    }
}
