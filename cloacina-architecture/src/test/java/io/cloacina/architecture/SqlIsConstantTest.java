package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL is written, not put together: what is not constant is bound. The schema alone is rendered into it, by one class of the kit. */
class SqlIsConstantTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "String sql = \"select * from t where name = '\" + name + \"'\";",
                "s.execute(\"set search_path = \" + schema);",
                "s.execute(\"pragma user_version = \" + (1 + version));",
                "em.createQuery(\"select e from Execution e where e.name = '\" + name + \"' order by \" + field);",
                "em.createNativeQuery(\"delete from %s\".formatted(table));",
                "em.createNativeQuery(String.format(\"drop table %s\", table));",
                "String sql = \"\"\"\n  select *\n  from {schema}t\"\"\".replace(\"{schema}\", schema);"
            })
    void a_statement_with_something_in_it_is_found(String line) {
        assertThat(spliced(planted(line))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.execute(\"pragma application_id = \" + APPLICATION_ID);",
                "s.execute(\"listen \" + Announcement.CHANNEL);",
                "s.execute(\"pragma user_version = \" + Integer.toString(version));",
                "String sql = \"select 1\" + \" from t\" + \" where n = ?1\";",
                "throw new IllegalStateException(\"the update of \" + name + \" failed\");"
            })
    void constants_and_sentences_are_not(String line) {
        assertThat(spliced(planted(line))).isEmpty();
    }

    @Test
    void no_statement_of_the_house_is_put_together() {
        List<SourceFile> sources = Module.published().stream()
                .flatMap(module -> SourceFile.of(module, "main").stream())
                .toList();
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(spliced(sources.stream())).isEmpty();
    }

    private static Map<String, List<String>> spliced(Stream<SourceFile> files) {
        Map<String, List<String>> found = new TreeMap<>();
        files.filter(file -> !file.spliced().isEmpty()).forEach(file -> found.put(file.name(), file.spliced()));
        return found;
    }

    private static Stream<SourceFile> planted(String line) {
        return Stream.of(SourceFile.parse("planted", "class Planted { void run() { " + line + " } }"));
    }
}
