package io.cloacina.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One database of its own for a test class; dropped at {@link #close()}, connections to it or not. */
public final class PostgresDatabase implements AutoCloseable {

    private final PostgresLogin login;
    private final String name;

    PostgresDatabase(PostgresLogin login, String name) {
        this.login = login;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return login.port();
    }

    /** The superuser's name. */
    public String user() {
        return PostgresLogin.USER;
    }

    public String password() {
        return PostgresLogin.PASSWORD;
    }

    /** As the driver wants it, user and password among the parameters: {@code jdbc:postgresql://host:port/name?user=…}. */
    public String jdbcUrl() {
        return login.jdbcUrl(name);
    }

    /** As libpq and our users write it: {@code postgresql://user:password@host:port/name}. */
    public String url() {
        return login.url(name);
    }

    /** A new connection of the superuser, for the caller to close. */
    public Connection connect() throws SQLException {
        return login.connect(name);
    }

    /** Cuts every connection to this database, as an administrator would; returns how many there were. */
    public int terminateBackends() {
        String sql = """
                select count(pg_terminate_backend(pid))
                from pg_stat_activity
                where datname = ?
                """;
        try (Connection connection = login.connect(PostgresLogin.USER);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot cut the connections to " + name, failure);
        }
    }

    @Override
    public void close() {
        login.administer("drop database if exists %s with (force)".formatted(name));
    }
}
