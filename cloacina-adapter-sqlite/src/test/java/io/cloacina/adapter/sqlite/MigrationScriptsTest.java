package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.SchemaMigration;
import io.cloacina.testsupport.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The migrations are known by their names, not found in a folder. */
@Timeout(180)
class MigrationScriptsTest {

    @TempDir
    Path folder;

    @Test
    void every_script_of_the_folder_is_known_and_no_other() throws Exception {
        try (Stream<Path> files = Files.list(classes().resolve(SqliteOpening.MIGRATIONS))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactlyElementsOf(SchemaMigration.SCRIPTS);
        }
    }

    @Test
    void a_jar_without_entries_for_folders_as_shading_makes_it_brings_its_migrations_along() throws Exception {
        Path jar = jarWithoutFolders(classes());
        String classPath = ChildJvm.classPath().replace(classes().toString(), jar.toString());
        assertThat(classPath.split(File.pathSeparator)).contains(jar.toString());

        try (ChildJvm process = ChildJvm.start(
                List.of(),
                classPath,
                OpensOnce.class,
                folder.resolve("orders.db").toString())) {
            assertThat(process.waitFor(Duration.ofSeconds(90)))
                    .as(process.errors())
                    .isZero();
        }
    }

    private Path jarWithoutFolders(Path classes) throws IOException {
        Path jar = folder.resolve("shaded.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static Path classes() throws URISyntaxException {
        String script = SqliteOpening.MIGRATIONS + "/" + SchemaMigration.SCRIPTS.get(0);
        URI found = Objects.requireNonNull(SqliteOpening.class.getClassLoader().getResource(script))
                .toURI();
        Path classes = Path.of(found);
        for (int up = 0; up < script.split("/").length; up++) {
            classes = Objects.requireNonNull(classes.getParent());
        }
        return classes;
    }
}
