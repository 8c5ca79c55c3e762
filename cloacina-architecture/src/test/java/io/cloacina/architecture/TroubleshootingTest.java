package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sections of {@code docs/troubleshooting.md} that messages name are there. Those that are put together from a kind's name
 * are looked at where the kind is: {@code StoreExceptionTest} and {@code RunnerExceptionTest}. Every other exception has a
 * section under its own name.
 */
class TroubleshootingTest {

    private static final Pattern NAMED = Pattern.compile("troubleshooting\\.md#([a-z0-9-]+)");

    private static final Pattern EXCEPTION = Pattern.compile(
            "(?m)^public (?:\\w+ )*class (\\w+)Exception extends (?:Cloacina|IllegalArgument)Exception");

    /** Families whose kinds have the sections. */
    private static final Set<String> FAMILIES = Set.of("store", "runner");

    @Test
    void every_exception_that_a_user_can_meet_has_its_section() throws IOException {
        List<String> exceptions = exceptions().toList();

        assertThat(exceptions).contains("invalid-workflow", "refused-argument").doesNotContainAnyElementsOf(FAMILIES);
        assertThat(sections()).containsAll(exceptions);
    }

    private static Stream<String> exceptions() {
        return Module.published().stream()
                .flatMap(module -> SourceFile.of(module, "main").stream())
                .filter(file -> !file.name().contains("/internal/"))
                .flatMap(file -> EXCEPTION.matcher(file.text()).results())
                .map(found -> anchor(found.group(1).replaceAll("(?<=.)(?=[A-Z])", " ")))
                .filter(anchor -> !FAMILIES.contains(anchor));
    }

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
                .map(line -> anchor(line.substring(3)))
                .toList();
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
