package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code docs/fault-matrix.md} has each row of the design once, {@code docs/security.md} each risk, and neither they nor any other page
 * name a test, a check or a rule that was renamed meanwhile.
 */
class FaultMatrixTest {

    /** The letters of the design's rows, and how many rows each has. */
    private static final Map<String, Integer> ROWS = Map.ofEntries(
            Map.entry("P", 9),
            Map.entry("D", 14),
            Map.entry("L", 8),
            Map.entry("F", 11),
            Map.entry("T", 6),
            Map.entry("V", 6),
            Map.entry("C", 4),
            Map.entry("J", 6),
            Map.entry("N", 4),
            Map.entry("U", 4),
            Map.entry("A", 3),
            Map.entry("I", 18),
            Map.entry("Q", 12));

    /** How many risks the design lists, X1 and so on. */
    private static final int RISKS = 18;

    private static final String MATRIX = "docs/fault-matrix.md";
    private static final String SECURITY = "docs/security.md";
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| ([A-Z]\\d+(?:, [A-Z]\\d+)*) \\|");
    private static final Pattern RISK = Pattern.compile("(?m)^\\| (X\\d+) \\|([^|\\n]+)\\|(.+)\\|$");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+?)(?:\\.(\\w+))?`");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Chapter|Rules|Watch))(?:\\.(\\w+))?`");
    private static final Pattern RULE = Pattern.compile("(?m)^\\| ([A-Z]+-\\d+) \\|");
    private static final Pattern RULES = Pattern.compile("contract ([A-Z]+-\\d+(?:, [A-Z]+-\\d+)*)");

    private static final Map<String, List<String>> SOURCES = sources();

    @Test
    void every_row_of_the_design_is_there_once() {
        List<String> expected = ROWS.entrySet().stream()
                .flatMap(letter -> IntStream.rangeClosed(1, letter.getValue()).mapToObj(row -> letter.getKey() + row))
                .toList();

        assertThat(found(MATRIX, FIRST_CELL)
                        .flatMap(row -> Stream.of(row.group(1).split(", "))))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_risk_of_the_design_is_there_once_with_a_test_that_holds_it() {
        assertThat(found(SECURITY, RISK).map(row -> row.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, RISKS)
                        .mapToObj(risk -> "X" + risk)
                        .toList());
        assertThat(found(SECURITY, RISK)).allSatisfy(row -> {
            assertThat(row.group(2)).as(row.group(1)).isNotBlank();
            assertThat(TEST.matcher(row.group(3)).results())
                    .as(row.group(1))
                    .isNotEmpty()
                    .noneMatch(FaultMatrixTest::isLost);
        });
    }

    @Test
    void a_row_that_nobody_holds_says_what_is_missing() {
        assertThat(rows()).allSatisfy(cells -> assertThat(cells).hasSize(6));
        assertThat(rows().filter(cells -> cells[3].isBlank()))
                .isNotEmpty()
                .allSatisfy(cells -> assertThat(cells[4]).isNotBlank());
    }

    /** Number, fault, who holds it, what is missing; each with an empty text around. */
    private static Stream<String[]> rows() {
        return page(MATRIX)
                .lines()
                .filter(line -> FIRST_CELL.matcher(line).find())
                .map(line -> line.split("\\|", -1));
    }

    @Test
    void every_class_that_is_named_is_there_and_has_the_method() {
        assertThat(found(MATRIX, CLASS).filter(FaultMatrixTest::isLost).map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/reliability.md", SECURITY})
    void every_test_that_another_page_names_is_there(String page) {
        assertThat(found(page, TEST)).isNotEmpty();
        assertThat(found(page, TEST).filter(FaultMatrixTest::isLost).map(MatchResult::group))
                .isEmpty();
    }

    private static boolean isLost(MatchResult named) {
        List<String> texts = SOURCES.getOrDefault(named.group(1), List.of());
        String method = named.group(2) == null ? "" : " " + named.group(2) + "(";
        return texts.stream().noneMatch(text -> text.contains(method));
    }

    @Test
    void every_rule_that_is_named_is_in_the_contract() {
        List<String> named = found(MATRIX, RULES)
                .flatMap(rules -> Stream.of(rules.group(1).split(", ")))
                .toList();

        assertThat(named).contains("CLAIM-6");
        assertThat(found("docs/contract.md", RULE).map(rule -> rule.group(1))).containsAll(named);
    }

    private static Stream<MatchResult> found(String page, Pattern pattern) {
        return pattern.matcher(page(page)).results();
    }

    private static String page(String page) {
        try {
            return Files.readString(House.root().resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of all sources of the house, by the name of the class; some modules have classes of one name. */
    private static Map<String, List<String>> sources() {
        try (Stream<Path> modules = Files.list(House.root())) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(FaultMatrixTest::javaFiles)
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", ""),
                            TreeMap::new,
                            Collectors.mapping(FaultMatrixTest::text, Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
