package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.SchemaMigration;
import io.cloacina.jpa.SchemaName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** Flyway is passed by only when it would find nothing to do and nothing wrong. */
class AppliedMigrationsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final SQLiteDataSource file = new SQLiteDataSource();

    @BeforeEach
    void make() {
        Path path = folder.resolve("orders.db");
        Databases.open(path.toString()).close();
        file.setUrl("jdbc:sqlite:" + path);
    }

    @Test
    void a_file_that_was_just_made_has_all_migrations_by_flyways_own_checksums() {
        assertThat(migration().isApplied()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update cloacina_schema_history set checksum = checksum + 1 where version = '003'",
                "update cloacina_schema_history set success = 0 where version = '004'",
                "update cloacina_schema_history set type = 'DELETE' where version = '004'",
                "delete from cloacina_schema_history where version = '004'",
                "insert into cloacina_schema_history select 9, '005', 'later', type, 'V005__later.sql', checksum,"
                        + " installed_by, installed_on, execution_time, success from cloacina_schema_history"
                        + " where version = '004'",
                "drop table cloacina_schema_history"
            })
    void anything_else_is_left_to_flyway(String change) throws SQLException {
        try (Connection stranger = file.getConnection();
                Statement statement = stranger.createStatement()) {
            statement.executeUpdate(change);
        }
        assertThat(migration().isApplied()).isFalse();
    }

    private SchemaMigration migration() {
        return new SchemaMigration(file, SqliteOpening.MIGRATIONS, SchemaName.DEFAULT, "orders.db");
    }
}
