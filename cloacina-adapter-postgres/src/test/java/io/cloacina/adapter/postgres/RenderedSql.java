package io.cloacina.adapter.postgres;

import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.StoreStatement;

/** Our statements as the server gets to see them, with {@code $1} for {@code ?1}. */
final class RenderedSql {

    private RenderedSql() {}

    static String of(StoreStatement statement) {
        return PostgresStatements.all()
                .rendered(statement, new PostgresVocabulary(), SchemaName.of("cloacina"))
                .replaceAll("\\?([1-9])", "\\$$1");
    }
}
