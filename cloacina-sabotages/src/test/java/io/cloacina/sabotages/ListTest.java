package io.cloacina.sabotages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No sabotage of the design's list is missing, and the page shows the sabotages that there are. */
class ListTest {

    private static final Path PAGE = Path.of("..", "docs", "reliability.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|\\n]+) \\| ([^|\\n]*?) ?\\| [^|\\n]+ \\|$");
    private static final String SUBSTITUTED = "| %d | %s |";

    private static final List<Sabotage> ALL =
            Stream.concat(EngineSabotages.all(), StoreSabotages.all()).toList();

    @Test
    void every_sabotage_of_the_design_is_here() {
        Set<Listed> missing = EnumSet.allOf(Listed.class);
        ALL.stream().map(Sabotage::standsFor).flatMap(Optional::stream).forEach(missing::remove);
        int listed = Listed.values().length;
        System.out.printf(
                "The sabotages stand for %d of %d of the design's, and are %d in all%n",
                listed - missing.size(), listed, ALL.size());

        assertThat(listed).isEqualTo(20);
        assertThat(missing).isEmpty();
    }

    @Test
    void the_page_shows_each_with_its_number() throws IOException {
        assertThat(rowsOfThePage())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        ALL.stream().map(ListTest::row).toList());
    }

    private static String row(Sabotage sabotage) {
        return sabotage.standsFor().map(listed -> listed.number() + " ").orElse("") + sabotage.name();
    }

    private static List<String> rowsOfThePage() throws IOException {
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf("\n| What is broken |"), page.indexOf("\n## Soak"));
        return ROW.matcher(section)
                .results()
                .skip(1)
                .map(row -> (row.group(2) + " " + row.group(1)).strip())
                .toList();
    }

    @Test
    void the_page_says_what_is_substituted() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Arrays.stream(Listed.values()).filter(Listed::isSubstituted))
                .hasSize(3)
                .allSatisfy(
                        listed -> assertThat(page).contains(SUBSTITUTED.formatted(listed.number(), listed.words())));
    }
}
