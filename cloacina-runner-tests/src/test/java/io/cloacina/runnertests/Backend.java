package io.cloacina.runnertests;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.testsupport.CallTrouble;
import io.cloacina.testsupport.FailingCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database of the kind under test, for one test alone. Closing it throws the database away. */
interface Backend extends AutoCloseable {

    /** As a user writes it. */
    String url();

    /** A connection past the runner, which finds our tables without a schema. */
    Connection connect() throws SQLException;

    /** An execution's id as it stands in SQL. */
    String literal(ExecutionId id);

    /** One of our tables as it stands in SQL on a connection of a runner. */
    String table(String name);

    /** Three hours as something that can be added to a time and divided. */
    String threeHours();

    /** What stands in SQL for a parameter that holds the text of a JSON document. */
    String json();

    /** What must be said on a connection before it accepts rows that contradict each other. */
    List<String> unguarded();

    /** What makes the tables accept the status {@code DANCING}, as those of a newer version might. */
    List<String> newer();

    /** How this database's driver fails. */
    CallTrouble trouble();

    /** Opens a store whose pools reach the driver through these; the pools have as few connections as can be. */
    ExecutionStore openThrough(FailingCalls calls);

    @Override
    void close();
}
