package io.cloacina.benchmarks;

import java.util.Map;

/** Counts what a database does from the meter's making on, by the database's own books. */
public interface Meter extends AutoCloseable {

    /** What was counted until now, after every other connection has been closed. */
    Map<String, Long> read();

    @Override
    void close();
}
