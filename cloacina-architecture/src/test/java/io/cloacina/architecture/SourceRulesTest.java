package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.architecture.SourceFile.MethodBody;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only the sources know: lengths, comments, and what tests must not do. Each rule is tried on a planted text first. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONG_BODY = 12;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern BAD_TEST_HABIT = Pattern.compile(
            "@Disabled|Assumptions|Thread\\.sleep|TimeUnit\\.\\w+\\.sleep|org\\.mockito|@RepeatedTest\\(.*failureThreshold"
                    + "|\\.during\\(|parkNanos|until\\(\\(\\) -> (?:false|true)|@EnabledIf\\(\"");

    /** The tests of the runner on real databases, in simulated worlds and in broken builds have nothing but tests. */
    private static final List<String> TESTS_WITHOUT_A_MODULE = List.of(
            "cloacina-runner-tests/src/test/java",
            "cloacina-simulation/src/test/java",
            "cloacina-sabotages/src/test/java");

    /** Programs that measure time, draw lots and print: the rules about classes leave them out, those about sources do not. */
    private static final List<String> PROGRAMS =
            List.of("cloacina-benchmarks/src/%s/java", "cloacina-faults/src/%s/java", "cloacina-soak/src/%s/java");

    @Test
    void the_tests_without_a_module_were_seen() {
        assertThat(TESTS_WITHOUT_A_MODULE)
                .allSatisfy(tests -> assertThat(SourceFile.below(tests)).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void the_sources_of_each_module_were_seen(Module module) {
        assertThat(SourceFile.of(module, "main")).isNotEmpty();
    }

    @Test
    void no_file_is_longer_than_300_lines() {
        assertThat(tooLong(planted("class Long {}\n" + "\n".repeat(LONGEST_FILE))))
                .isNotEmpty();
        assertThat(tooLong(everything())).isEmpty();
    }

    private static List<String> tooLong(Stream<SourceFile> files) {
        return files.filter(file -> file.lineCount() > LONGEST_FILE)
                .map(SourceFile::name)
                .toList();
    }

    @Test
    void nine_of_ten_methods_of_a_module_have_at_most_12_lines() {
        String longBody = "{" + "\n".repeat(LONG_BODY + 2) + "}";
        assertThat(ninthTenth(
                        planted("class Talks { void a() " + longBody + " void b() {} void c() " + longBody + " }")))
                .isGreaterThan(LONG_BODY);
        assertThat(ninthTenth(planted("class Brief { void a() {} void b() {\n} }")))
                .isZero();
        for (Module module : Module.values()) {
            assertThat(ninthTenth(SourceFile.of(module, "main").stream()))
                    .as("ninth decile of the body lengths of %s", module.directory())
                    .isLessThanOrEqualTo(LONG_BODY);
        }
    }

    private static int ninthTenth(Stream<SourceFile> files) {
        int[] lengths = files.flatMap(file -> file.bodies().stream())
                .mapToInt(MethodBody::lines)
                .sorted()
                .toArray();
        assertThat(lengths).isNotEmpty();
        return lengths[(int) Math.ceil(lengths.length * 0.9) - 1];
    }

    /** Doclint would ask for a tag per parameter; what a reader needs first is the sentence that says what the thing is. */
    @Test
    void every_public_type_that_users_get_says_what_it_is() {
        assertThat(silent(planted("/** Says it. */ public class Outer { public static class Silent {} }")))
                .containsExactly("planted: Silent");
        assertThat(silent(Module.published().stream().flatMap(module -> SourceFile.of(module, "main").stream())))
                .isEmpty();
    }

    private static List<String> silent(Stream<SourceFile> files) {
        return files.flatMap(file -> file.undocumented().stream().map(type -> file.name() + ": " + type))
                .toList();
    }

    @Test
    void nothing_is_left_for_later_in_a_comment() {
        assertThat(matches(UNFINISHED, planted("class Later {} // " + "TODO: finish")))
                .isNotEmpty();
        assertThat(matches(UNFINISHED, everything())).isEmpty();
    }

    @Test
    void no_test_sleeps_is_switched_off_skips_itself_or_mocks() {
        for (String habit : List.of(
                "Thread." + "sleep(1)",
                "await().dur" + "ing(SHORTLY)",
                "LockSupport.park" + "Nanos(1)",
                "Waiting.until(() -" + "> false, A_MOMENT)",
                "await().pollDelay(A_MOMENT).until(() -" + "> true)",
                "@EnabledIf(\"without" + "AReason\")",
                "@" + "Disabled",
                "import static org.junit.jupiter.api.Assum" + "ptions.assumeTrue",
                "import org." + "mockito.Mockito")) {
            assertThat(matches(BAD_TEST_HABIT, planted("class Bad {} // " + habit)))
                    .hasSize(1);
        }
        assertThat(matches(BAD_TEST_HABIT, side("test"))).isEmpty();
        assertThat(matches(BAD_TEST_HABIT, SourceFile.of(Module.CONTRACT_TESTS, "main").stream()))
                .isEmpty();
    }

    private static List<String> matches(Pattern pattern, Stream<SourceFile> files) {
        return files.filter(file -> pattern.matcher(file.text()).find())
                .map(SourceFile::name)
                .toList();
    }

    private static Stream<SourceFile> everything() {
        return Stream.of("main", "test").flatMap(SourceRulesTest::side);
    }

    private static Stream<SourceFile> side(String side) {
        Stream<SourceFile> ofModules = Stream.concat(
                PROGRAMS.stream().flatMap(sources -> SourceFile.below(sources.formatted(side)).stream()),
                Arrays.stream(Module.values()).flatMap(module -> SourceFile.of(module, side).stream()));
        return side.equals("test")
                ? Stream.concat(
                        ofModules, TESTS_WITHOUT_A_MODULE.stream().flatMap(tests -> SourceFile.below(tests).stream()))
                : ofModules;
    }

    private static Stream<SourceFile> planted(String text) {
        return Stream.of(SourceFile.parse("planted", text));
    }
}
