package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sections of {@code docs/troubleshooting.md} that messages name are there. Those that are put together from a kind's name
 * are looked at where the kind is: {@code StoreExceptionTest} and {@code RunnerExceptionTest}.
 */
class TroubleshootingTest {

    private static final Pattern NAMED = Pattern.compile("troubleshooting\\.md#([a-z0-9-]+)");

    @Test
    void every_section_that_a_source_names_is_in_the_page() throws IOException {
        List<String> named = namedSections().distinct().toList();

        assertThat(named).contains("database-is-locked");
        assertThat(sections()).containsAll(named);
    }

    private static Stream<String> namedSections() {
        return Arrays.stream(Module.values())
                .flatMap(module -> SourceFile.of(module, "main").stream())
                .flatMap(file -> NAMED.matcher(file.text()).results())
                .map(found -> found.group(1));
    }

    private static List<String> sections() throws IOException {
        return Files.readAllLines(House.root().resolve("docs/troubleshooting.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();
    }
}
