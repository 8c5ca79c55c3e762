package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.jpa.StoreStatements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows are read by place, and the provider is told beforehand how many places there are. */
class ColumnsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @BeforeAll
    static void makeDatabase() {
        Databases.open(folder.resolve("columns.db").toString()).close();
    }

    static Stream<StoreStatement> statementsWithRows() {
        return Stream.of(StoreStatement.values())
                .filter(StoreStatements.portable()::has)
                .filter(statement -> statement.columns() > 0);
    }

    @ParameterizedTest
    @MethodSource("statementsWithRows")
    void a_statement_returns_as_many_columns_as_it_says(StoreStatement statement) throws SQLException {
        String sql = StoreStatements.portable().rendered(statement, new SqliteVocabulary(), SchemaName.DEFAULT);
        try (Connection connection = Databases.stranger(folder.resolve("columns.db"));
                PreparedStatement prepared = connection.prepareStatement(sql)) {
            assertThat(prepared.getMetaData().getColumnCount()).isEqualTo(statement.columns());
        }
    }
}
