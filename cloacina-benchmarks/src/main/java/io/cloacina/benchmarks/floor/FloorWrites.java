package io.cloacina.benchmarks.floor;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The durable changes of a life, in Cloacina's tables, by the fastest JDBC that its author knows for one database. */
interface FloorWrites extends AutoCloseable {

    /** The rows of new executions: themselves, their tasks, their initial context, the event. */
    void submit(Collection<UUID> executions) throws SQLException;

    /** Takes ready tasks, starts their executions, writes the events. */
    List<Step> claim(int limit) throws SQLException;

    /** Ends tasks: status, context, successors, executions, events. */
    void end(Ended ended) throws SQLException;

    void commit() throws SQLException;

    @Override
    void close() throws SQLException;
}
