package io.cloacina.adapter.sqlite;

import static io.cloacina.adapter.sqlite.SqliteRefusal.REFUSAL;

import io.cloacina.jpa.ErrorTranslation;
import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.StoreVerification;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.verify.Verification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Looks through a file and leaves it and its folder as they are. A reader of a file in WAL mode makes {@code -wal} and {@code
 * -shm} beside it where there are none, and cannot clear them away. So a file without a journal, which nobody has open in that
 * mode, is read as if nobody could change it; when somebody has all the same, that look is forgotten, and the next one sees
 * the journal. Beside a journal the file is read as every reader does.
 *
 * @param database for messages
 * @param busyTimeout how long another process's lock is waited for
 */
record SqliteVerification(String database, DatabaseFile file, Duration busyTimeout) {

    static SqliteVerification of(SqliteUrl url, StoreSettings settings) {
        if (settings.schema() != null) {
            throw REFUSAL.of("SQLite has no schemas", "remove the schema and use one file for each tenant");
        }
        Path path = url.path();
        if (path == null) {
            throw REFUSAL.of(
                    "a database in memory belongs to its store, and nobody else can look into it", "name a file");
        }
        return new SqliteVerification(
                url.toString(), new DatabaseFile(path), url.pragmas().busyTimeout());
    }

    Verification run(int rows) {
        requireOurs();
        if (!file.hasJournal()) {
            Object before = file.state();
            try {
                Verification seen = look(FirstLook.UNCHANGING, rows);
                if (isUnchanged(before)) {
                    return seen;
                }
            } catch (StoreException failure) {
                if (isUnchanged(before)) {
                    throw failure;
                }
            }
        }
        return look("", rows);
    }

    private boolean isUnchanged(Object before) {
        return !file.hasJournal() && before.equals(file.state());
    }

    private void requireOurs() {
        NativeLibrary.require("The SQLite database " + file.path());
        file.requirePlace();
        file.requireNoLostJournal();
        file.requirePresence();
        try {
            new FirstLook(file, busyTimeout).requireOursOrEmpty();
        } catch (SQLException failure) {
            throw new ErrorTranslation(database, SqliteErrors.TABLE).failed("be read", failure);
        }
    }

    private Verification look(String parameters, int rows) {
        ConnectionSource source = () -> new FirstLook(file, busyTimeout).connect(parameters);
        return new StoreVerification(
                        database,
                        source,
                        SqliteOpening.MIGRATIONS,
                        SchemaName.DEFAULT,
                        new SqliteVocabulary(),
                        SqliteErrors.TABLE)
                .run(rows);
    }
}
