package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.StoreStatement;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are read by place, and the provider is told beforehand how many places there are. */
class ColumnsTest {

    @SuppressWarnings("NullAway.Init")
    private static PostgresDatabase database;

    @BeforeAll
    static void makeDatabase() {
        database = Databases.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(StoreStatement.class)
    void a_statement_returns_as_many_columns_as_it_says(StoreStatement statement) throws SQLException {
        DataSource source = new Sources(PostgresConfigTest.config(database.url())).forWork();
        try (Connection connection = source.getConnection();
                PreparedStatement prepared =
                        connection.prepareStatement(RenderedSql.of(statement).replaceAll("\\$[1-9]", "?"))) {
            ResultSetMetaData columns = prepared.getMetaData();
            assertThat(columns == null ? 0 : columns.getColumnCount()).isEqualTo(statement.columns());
        }
    }
}
