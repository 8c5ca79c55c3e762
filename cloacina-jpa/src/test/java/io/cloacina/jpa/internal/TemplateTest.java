package io.cloacina.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.jpa.RowColumn;
import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.SqlVocabulary;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.jpa.StoreStatements;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    private final Template template = new Template(new Plain(), SchemaName.of("tenant_a"));

    @Test
    void tokens_are_rendered_also_inside_others() {
        assertThat(template.render(
                        "select {now}, {until: (select min(x) from {schema}t where y = {after: ?2})} {lock}"))
                .isEqualTo("select NOW, UNTIL((select min(x) from \"tenant_a\".t where y = AFTER(?2))) LOCK");
        assertThat(template.render("{skip locked}")).isEqualTo("SKIP");
    }

    @Test
    void rows_are_declared_by_name_and_type_over_several_lines() {
        assertThat(template.render("from {rows: id uuid, name text,\n    due_in long} as r"))
                .isEqualTo("from ROWS[id UUID, name TEXT, due_in LONG] as r");
    }

    @Test
    void what_is_no_token_or_type_is_a_fault_that_shows_at_once() {
        assertThatThrownBy(() -> template.render("{nwo}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> template.render("{rows: id uid}")).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<StoreStatement> portable() {
        return Stream.of(StoreStatement.values()).filter(StoreStatements.portable()::has);
    }

    @ParameterizedTest
    @MethodSource("portable")
    void every_portable_statement_renders_without_a_rest(StoreStatement statement) {
        String sql = template.render(StoreStatements.portable().text(statement));

        assertThat(sql).doesNotContain("{", "}", "#", "??").matches("(?s)(select|insert|update).*");
    }

    private static final class Plain implements SqlVocabulary {

        @Override
        public String now() {
            return "NOW";
        }

        @Override
        public String after(String micros) {
            return "AFTER(" + micros + ")";
        }

        @Override
        public String until(String instant) {
            return "UNTIL(" + instant + ")";
        }

        @Override
        public String rows(List<RowColumn> columns) {
            return "ROWS"
                    + columns.stream()
                            .map(column -> column.name() + " " + column.type())
                            .toList();
        }

        @Override
        public String lock() {
            return "LOCK";
        }

        @Override
        public String skipLocked() {
            return "SKIP";
        }
    }
}
