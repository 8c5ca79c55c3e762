package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.Function;

/** Which SQLite may touch a file, and which file it may touch; the latter is told by {@link OpeningTest} too. */
class OwnershipTest {

    private static final String CURRENT = "3.51.3";
    private static final String OLD = "3.51.2";

    @TempDir
    private Path folder;

    @Test
    void an_old_library_is_refused_before_it_writes_anything() throws SQLException {
        try (Connection connection = connect(OLD)) {
            assertThatThrownBy(() -> Ownership.establish(connection, true, SqliteRefusal.REFUSAL))
                    .isInstanceOf(StoreException.Unusable.class)
                    .hasMessageContaining("SQLite 3.51.2")
                    .hasMessageContaining("sqlite-jdbc 3.51.3.0 or newer");
            assertThat(owner(connection)).isZero();
        }
    }

    @Test
    void the_oldest_good_library_makes_an_empty_file_ours() throws SQLException {
        try (Connection connection = connect(CURRENT)) {
            Ownership.establish(connection, true, SqliteRefusal.REFUSAL);

            assertThat(owner(connection)).isEqualTo(Ownership.APPLICATION_ID);
        }
    }

    @ParameterizedTest
    @CsvSource({"3.51.2, true", "3.51.3, false", "3.54.1, false", "3.9.9, true", "4.0, false", "3.51, true"})
    void versions_are_compared_by_number(String version, boolean isOlder) {
        assertThat(Ownership.isOlder(version)).isEqualTo(isOlder);
    }

    /** The library of the build, which says that it is another one. */
    private Connection connect(String version) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orders.db"));
        Function.create(connection, "sqlite_version", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(version);
            }
        });
        return connection;
    }

    private static int owner(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma application_id")) {
            row.next();
            return row.getInt(1);
        }
    }
}
