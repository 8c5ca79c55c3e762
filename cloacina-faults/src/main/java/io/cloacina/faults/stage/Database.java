package io.cloacina.faults.stage;

import java.sql.Connection;
import java.sql.SQLException;

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

    @Override
    void close();
}
