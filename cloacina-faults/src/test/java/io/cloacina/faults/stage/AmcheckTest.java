package io.cloacina.faults.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmcheckTest {

    private final PostgresDatabase database = EmbeddedPostgres.shared().newDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_index_that_lacks_rows_of_its_table_is_found_and_a_whole_one_is_not_named() throws SQLException {
        execute("create schema looked");
        execute("create function looked.sign(n int) returns int language sql immutable as 'select n'");
        execute("create table looked.rows (n int primary key)");
        execute("create index of_signs on looked.rows (looked.sign(n))");
        execute("insert into looked.rows select generate_series(1, 100)");
        assertThat(Amcheck.damages(database, "looked")).isEmpty();

        execute("create or replace function looked.sign(n int) returns int language sql immutable as 'select -n'");

        assertThat(Amcheck.damages(database, "looked"))
                .singleElement()
                .asString()
                .contains("of_signs", "lacks matching index tuple");
    }

    @Test
    void where_there_is_nothing_to_look_through_nothing_is_found_whole() throws SQLException {
        execute("create schema bare");

        assertThatThrownBy(() -> Amcheck.damages(database, "bare")).hasMessageContaining("nothing to look through");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
