package io.cloacina.faults.stage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** An empty database for one campaign. Closing it throws the database away. */
public interface Database extends AutoCloseable {

    /** As the processes are told it. */
    String url();

    /** A connection past the library, which finds its tables without a schema. */
    Connection connect() throws SQLException;

    /** That column of ids as 32 hex digits. */
    String hex(String column);

    /** That column of times as microseconds since 1970. */
    String micros(String column);

    /** Whether that process keeps all others from writing now; also where that cannot be known and might be. */
    boolean isWrittenOnlyBy(long process);

    /** What is broken in its tables and indices by its own means to find out, a line each. Asked when nobody is at work. */
    List<String> damages();

    @Override
    void close();
}
