package io.cloacina.faults.stage;

import io.cloacina.faults.program.WriteLock;
import io.cloacina.testsupport.SqliteFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

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
    public boolean isWrittenOnlyBy(long process) {
        OptionalLong holder = WriteLock.of(url()).holder();
        return !WriteLock.isVisible() || (holder.isPresent() && holder.getAsLong() == process);
    }

    @Override
    public List<String> damages() {
        List<String> damages = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma integrity_check")) {
            while (rows.next()) {
                damages.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot look through the file", failure);
        }
        damages.remove("ok");
        return damages;
    }

    @Override
    public void close() {
        file.close();
    }
}
