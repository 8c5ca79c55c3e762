package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The page and the suite say the same: every rule has a test or is untestable, every test has a rule, every query is named. */
class RuleIdsTest {

    private static final Path PAGE = Path.of("..", "docs", "contract.md");
    private static final Pattern RULE = Pattern.compile("(?m)^\\| ([A-Z]+-[0-9]+) \\| (.+) \\|$");
    private static final Pattern TESTABLE =
            Pattern.compile("(?m)^\\| ([A-Z]+-[0-9]+) \\| (?!.*\\*Untestable here).+ \\|$");
    private static final Pattern QUERY = Pattern.compile("(?m)^\\| (Q[0-9]+[a-z]?) \\| (.+) \\|$");

    @Test
    void every_testable_rule_has_a_test_and_every_test_a_rule() throws IOException {
        assertThat(rulesOfTheSuite()).isEqualTo(new TreeSet<>(found(TESTABLE, 1)));
    }

    @Test
    void only_what_no_port_can_reach_is_untestable() throws IOException {
        Set<String> untestable = new TreeSet<>(found(RULE, 1));
        untestable.removeAll(found(TESTABLE, 1));

        assertThat(untestable).containsExactlyInAnyOrder("ERROR-9", "ERROR-10", "TIME-10", "WAKE-5");
    }

    @Test
    void every_rule_stands_once_and_says_what_must_or_may_be() throws IOException {
        assertThat(found(RULE, 1)).doesNotHaveDuplicates().hasSizeGreaterThan(90);
        assertThat(found(RULE, 2)).allMatch(sentence -> sentence.contains("MUST") || sentence.contains("MAY"));
    }

    @Test
    void every_query_is_named_with_its_invariant() throws IOException {
        assertThat(found(QUERY, 1))
                .containsExactlyElementsOf(InvariantChecks.byName().keySet());
        assertThat(found(QUERY, 2))
                .containsExactlyElementsOf(InvariantChecks.invariants().values());
    }

    @Test
    void every_invariant_has_a_damage_that_proves_it() {
        assertThat(Damages.byQuery().keySet())
                .isEqualTo(InvariantChecks.byName().keySet());
    }

    private static Set<String> rulesOfTheSuite() {
        Set<String> rules = new TreeSet<>();
        Stream.of(StoreContract.class.getDeclaredClasses())
                .filter(chapter -> chapter.isAnnotationPresent(Nested.class))
                .flatMap(chapter -> Stream.of(chapter.getSuperclass().getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Rule.class))
                .forEach(method -> rules.add(method.getAnnotation(Rule.class).value()));
        return rules;
    }

    private static List<String> found(Pattern pattern, int group) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(PAGE));
        return matcher.results().map(result -> result.group(group)).toList();
    }
}
