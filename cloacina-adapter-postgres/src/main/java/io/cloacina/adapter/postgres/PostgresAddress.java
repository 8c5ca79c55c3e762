package io.cloacina.adapter.postgres;

import org.jspecify.annotations.Nullable;

/**
 * Which database of which server, and as whom.
 *
 * @param host a name or an address; IPv6 addresses without brackets
 * @param password null where the server asks for none, or the driver finds it in the user's {@code .pgpass}
 */
record PostgresAddress(
        String host,
        int port,
        String database,
        String user,
        @Nullable String password) {

    /** The same database through another door. */
    PostgresAddress at(String otherHost, int otherPort) {
        return new PostgresAddress(otherHost, otherPort, database, user, password);
    }

    /** The address without the password, for messages. */
    @Override
    public String toString() {
        return user + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/" + database;
    }
}
