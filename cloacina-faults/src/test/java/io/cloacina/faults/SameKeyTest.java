package io.cloacina.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.faults.keys.SameKeyRound;
import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.OnSqlite;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same idempotency keys from many threads of two processes at once. */
@Timeout(300)
class SameKeyTest {

    private static final int KEYS = Integer.getInteger("faults.keys", 100);

    @TempDir
    Path folder;

    @Test
    void a_key_is_one_execution_on_sqlite() throws SQLException {
        try (Database database = new OnSqlite()) {
            assertEachKeyIsOne(database);
        }
    }

    @Test
    void a_key_is_one_execution_on_postgres() throws SQLException {
        try (Database database = new OnPostgres(EmbeddedPostgres.shared())) {
            assertEachKeyIsOne(database);
        }
    }

    private void assertEachKeyIsOne(Database database) throws SQLException {
        assertThat(new SameKeyRound(database, database.url(), folder, KEYS).violations())
                .isEmpty();
    }
}
