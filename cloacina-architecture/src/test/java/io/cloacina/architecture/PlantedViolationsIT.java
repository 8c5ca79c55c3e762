package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each checker of the build bites: the projects of {@code src/it/planted}, built with the real root POM as their parent, were refused, each
 * for its own fault. The invoker has already seen that the build as a whole failed.
 */
class PlantedViolationsIT {
    private static final List<String> SILENT_AFTER_JDK_17 = List.of("error-prone", "nullness", "unmarked-package");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format             | The following files had format violations
            lint               | warnings found and -Werror specified
            error-prone        | [DeadException]
            nullness           | [NullAway] returning @Nullable expression
            unmarked-package   | [RequireExplicitNullMarking]
            domain             | The domain depends on nothing but the nullness annotations.
            ports              | The ports depend on the domain and the nullness annotations.
            old-postgresql     | org.postgresql:postgresql:pom:42.7.11 <--- banned via the exclude/include list
            old-sqlite         | org.xerial:sqlite-jdbc:pom:3.51.2.0 <--- banned via the exclude/include list
            old-jackson        | tools.jackson.core:jackson-core:pom:3.0.4 <--- banned via the exclude/include list
            jqwik              | net.jqwik:jqwik:pom:1.9.3 <--- banned via the exclude/include list
            diverging          | Dependency convergence error for io.cloacina.planted:thing:pom:2
            downgraded         | Require upper bound dependencies error for io.cloacina.planted:thing:1
            unversioned-plugin | Every plugin has its version in the root POM.
            doclint            | reference not found
            dependencies       | Dependency problems found
            """)
    void the_build_refuses(String module, String message) {
        if (Runtime.version().feature() > 17 && SILENT_AFTER_JDK_17.contains(module)) {
            // Error Prone is on with JDK 17 only, and so is its proof.
            assertThat(log()).doesNotContain("planted-" + module);
            return;
        }
        assertThat(verdictOn(module)).contains(message);
    }

    @Test
    void a_dependency_is_missed_when_it_is_used_and_when_it_is_not() {
        assertThat(log())
                .contains("Used undeclared dependencies found:")
                .containsPattern("ERROR.*org.slf4j:slf4j-api")
                .contains("Unused declared dependencies found:")
                .containsPattern("ERROR.*com.zaxxer:HikariCP");
    }

    /** Why Maven refused that module, in its list of failures at the end. */
    private static String verdictOn(String module) {
        String log = log();
        int start = log.indexOf(" on project planted-" + module + ": ");
        assertThat(start).as("the module %s was refused", module).isNotNegative();
        return log.substring(start, log.indexOf("-> [Help", start));
    }

    private static String log() {
        try {
            return Files.readString(Path.of("target", "it", "planted", "build.log"));
        } catch (IOException e) {
            throw new IllegalStateException("The planted projects were not built", e);
        }
    }
}
