package io.cloacina.testsupport;

import java.sql.Connection;
import java.sql.SQLException;

/** A commit that is about to be undone without a word. */
@FunctionalInterface
public interface UndoneCommit {

    /** Called once for each, on the thread that commits. What is written is still to be seen on this connection, and on no other. */
    void isSeen(Connection connection) throws SQLException;
}
