package io.cloacina.runnertests;

import java.sql.Connection;
import java.sql.SQLException;

/** A database of the kind under test, for one test alone. Closing it throws the database away. */
interface Backend extends AutoCloseable {

    /** As a user writes it. */
    String url();

    /** A connection past the runner, which finds our tables without a schema. */
    Connection connect() throws SQLException;

    @Override
    void close();
}
