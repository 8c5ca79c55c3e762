package io.cloacina.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/** An empty database for one measurement; gone when it is closed. */
public interface Database extends AutoCloseable {

    /** As a user of Cloacina gives it. */
    String url();

    /** A new connection with the same settings as Cloacina's, for raw JDBC; the caller closes it. */
    Connection connect() throws SQLException;

    /** Which SQL the floor speaks here. */
    Dialect dialect();

    /** What a server does by itself, but only after a minute: it clears away what is dead and looks at its tables anew. */
    void tend() throws SQLException;

    /** Counts what happens here from now on. */
    Meter meter();

    @Override
    void close();

    /** The two ways to write a set. */
    enum Dialect {
        /** Row by row in one process: a call costs next to nothing. */
        SQLITE,
        /** Arrays: a call costs a round trip. */
        POSTGRES
    }
}
