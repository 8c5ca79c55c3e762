package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile values in every place where a caller can put one: as input, as output, in error texts, idempotency keys, names and
 * filters. Each is refused for the same reason, or read back as the same value, on both databases and in memory; and a heap of
 * 256 MB is enough for all of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayloadCorpusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> SMALL =
            List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");

    /** Verdict by store, by place and case. */
    private final Map<String, Map<String, String>> verdicts = new LinkedHashMap<>();

    private final PostgresBackend server = new PostgresBackend();

    @BeforeAll
    void judge(@TempDir Path folder) {
        try (ChildJvm child = ChildJvm.start(
                SMALL, PayloadVerdicts.class, folder.resolve("payloads.db").toString(), server.url())) {
            for (String line = child.nextLine(PATIENCE); !line.equals("told"); line = child.nextLine(PATIENCE)) {
                String[] words = line.split("\t", 4);
                verdicts.computeIfAbsent(words[1] + ": " + words[2], place -> new TreeMap<>())
                        .put(words[0], words[3]);
            }
            assertThat(child.waitFor(PATIENCE)).as(child.errors()).isZero();
        }
    }

    @AfterAll
    void dropDatabase() {
        server.close();
    }

    @Test
    void every_verdict_is_the_same_on_both_databases_and_in_memory() {
        assertThat(verdicts).allSatisfy((what, byStore) -> {
            assertThat(byStore.keySet()).as(what).containsExactly("PostgreSQL", "SQLite", "memory");
            assertThat(byStore.values()).as(what + " " + byStore).containsOnly(byStore.get("memory"));
        });
    }

    @Test
    void every_verdict_on_a_value_is_the_one_that_was_expected_as_input_and_as_output() {
        assertThat(PayloadCase.all()).allSatisfy(each -> {
            assertVerdict(each, verdict("given: " + each.name()));
            assertVerdict(each, verdict("written: " + each.name()));
        });
    }

    private String verdict(String what) {
        return verdicts.getOrDefault(what, Map.of()).getOrDefault("memory", "none");
    }

    private static void assertVerdict(PayloadCase each, String verdict) {
        if (each.verdict().startsWith("refused: ")) {
            assertThat(verdict)
                    .as(each.name())
                    .containsPattern("(InvalidPayload|DataBinding|RefusedArgument)Exception: ")
                    .contains(each.verdict().substring("refused: ".length()));
        } else {
            assertThat(verdict).as(each.name()).isEqualTo(PayloadVerdicts.escaped(each.verdict()));
        }
    }

    @Test
    void nothing_a_caller_may_say_is_answered_by_a_fault_of_the_library_or_stops_the_runner() {
        assertThat(verdicts)
                .allSatisfy((what, byStore) -> assertThat(byStore.get("memory"))
                        .as(what)
                        .doesNotStartWith("unexpected")
                        .doesNotContain("fault of the library", "Unusable"));
    }
}
