package io.cloacina.jpa;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Where the store takes its connections from, per kind of work. Two lanes may be one data source. A borrow waits a bounded
 * time and then throws {@link java.sql.SQLTransientConnectionException} with the pool's state in its message, as HikariCP
 * does. A connection is closed once. It says that it is closed when it was, and of a broken one only if that need not be closed
 * any more.
 *
 * @param work state changes of executions
 * @param heartbeat extension of leases; never waits behind work (but, with a single writer, for the turn under way)
 * @param read reads outside write transactions; connections that may be read-only
 * @param owned what is closed with the store, in this order
 */
public record ConnectionLanes(
        DataSource work, DataSource heartbeat, DataSource read, List<? extends AutoCloseable> owned) {

    public ConnectionLanes {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(heartbeat, "heartbeat");
        Objects.requireNonNull(read, "read");
        owned = List.copyOf(owned);
    }
}
