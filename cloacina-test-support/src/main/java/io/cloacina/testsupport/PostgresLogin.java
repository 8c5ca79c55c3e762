package io.cloacina.testsupport;

import io.cloacina.testsupport.canary.Canary;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Who may do everything on a server of the tests, and where that server is. */
record PostgresLogin(int port) {

    static final String USER = "postgres";
    static final String PASSWORD = Canary.secret("password");

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s".formatted(port, database, USER, PASSWORD);
    }

    String url(String database) {
        return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(USER, PASSWORD, port, database);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database));
    }

    boolean answers() {
        try (Connection connection = connect(USER)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Runs one statement in the server's own database, from where other databases are made and dropped. */
    void administer(String sql) {
        try (Connection connection = connect(USER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The embedded PostgreSQL refused: " + sql, failure);
        }
    }
}
