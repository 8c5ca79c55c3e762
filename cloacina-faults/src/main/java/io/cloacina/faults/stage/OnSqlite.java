package io.cloacina.faults.stage;

import io.cloacina.faults.journal.Blow;
import io.cloacina.testsupport.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;

/** A new file, with the settings that users get who set none. */
public final class OnSqlite implements Database {

    private final SqliteFile file = SqliteFile.fresh();

    @Override
    public String url() {
        return file.path().toString();
    }

    @Override
    public Connection connect() throws SQLException {
        return file.connect();
    }

    @Override
    public String hex(String column) {
        return "lower(hex(" + column + "))";
    }

    @Override
    public String micros(String column) {
        return column;
    }

    @Override
    public String struckBy(String process) {
        return Blow.EVERYBODY;
    }

    @Override
    public void close() {
        file.close();
    }
}
