package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published jars are reproducible: {@code src/it/rebuilt} has built them again, from an older copy of the sources in another place, as
 * another user with another time zone, language and encoding. When this fails, see first whether a clean build does too.
 */
class RebuiltJarsIT {
    private static final Path COPY = Path.of("target", "it", "rebuilt", "copy");

    @ParameterizedTest
    @MethodSource("io.cloacina.architecture.Module#published")
    void a_jar_that_is_built_again_is_the_same_byte_for_byte(Module module) throws IOException {
        Path target = House.root().resolve(module.directory()).resolve("target");
        List<Path> rebuilt = jars(COPY.resolve(module.directory()).resolve("target"));
        assertThat(rebuilt).as("the jars of classes and of sources").hasSize(2);
        for (Path again : rebuilt) {
            Path jar = target.resolve(again.getFileName());
            assertThat(Files.mismatch(jar, again))
                    .as(() -> "%s: first difference in %s".formatted(jar.getFileName(), firstDifference(jar, again)))
                    .isEqualTo(-1);
        }
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String firstDifference(Path jar, Path again) {
        List<Entry> entries = entries(jar);
        List<Entry> others = entries(again);
        for (int at = 0; at < Math.min(entries.size(), others.size()); at++) {
            if (!entries.get(at).equals(others.get(at))) {
                return "%s, built again %s".formatted(entries.get(at), others.get(at));
            }
        }
        return entries.size() == others.size()
                ? "what the directory of the jar says besides, such as file rights"
                : "the number of entries: %d, built again %d".formatted(entries.size(), others.size());
    }

    private static List<Entry> entries(Path jar) {
        try (ZipFile entries = new ZipFile(jar.toFile())) {
            return entries.stream().map(Entry::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Entry(String name, LocalDateTime time, long size, long checksum) {
        static Entry of(ZipEntry entry) {
            return new Entry(entry.getName(), entry.getTimeLocal(), entry.getSize(), entry.getCrc());
        }
    }
}
