package io.cloacina.adapter.postgres;

import io.cloacina.jpa.ErrorTable;
import io.cloacina.jpa.ErrorTable.Kind;

/**
 * Which SQLSTATE means what to the engine: the one table of this adapter. The text of a message is never looked at.
 *
 * <p>The server answers a commit either with success or with an error that says it rolled back. So a commit's outcome is unknown
 * only when the session itself ended (classes 08, 57P and internal errors): the server may have committed before the answer
 * was lost.
 */
final class PostgresErrors {

    private static final String AGAIN = "Others held what was needed; the transaction may be tried again.";
    private static final String RECONNECT = "Check that the server runs and can be reached; a new connection is tried.";
    private static final String ROOM = "Give the server room: disk, memory or connections (max_connections).";
    private static final String DATA = "The data given can never be stored; correct it.";
    private static final String SERVER = "Check rights, schema and health of the server; its log says more.";

    private PostgresErrors() {}

    static ErrorTable table() {
        ErrorTable.Builder table = ErrorTable.otherwise(Kind.UNUSABLE, SERVER);
        contended(table);
        disconnected(table);
        outOfRoom(table);
        refused(table);
        unusable(table);
        return table.build();
    }

    /** Locks, deadlocks, serialisation, the server's own limits of time; and plans that a change of the schema took away. */
    private static void contended(ErrorTable.Builder table) {
        for (String state : new String[] {"40001", "40P01", "55P03", "57014", "25P03", "25P04", "26000", "0A000"}) {
            table.stateRolledBack(state, Kind.CONTENDED, AGAIN);
        }
    }

    /** The session ended. */
    private static void disconnected(ErrorTable.Builder table) {
        for (String state : new String[] {"08", "57P01", "57P02", "57P03", "57P05"}) {
            table.state(state, Kind.CONNECTION_LOST, RECONNECT);
        }
    }

    private static void outOfRoom(ErrorTable.Builder table) {
        table.stateRolledBack("53", Kind.OUT_OF_ROOM, ROOM);
    }

    /** Values out of range, constraints, one row hit twice, limits of a program. */
    private static void refused(ErrorTable.Builder table) {
        for (String state : new String[] {"21", "22", "23", "54"}) {
            table.stateRolledBack(state, Kind.REFUSED, DATA);
        }
    }

    /** Syntax and rights, log-in, the database or schema itself, a read-only server. */
    private static void unusable(ErrorTable.Builder table) {
        for (String state : new String[] {"42", "28", "3D000", "3F000", "25006", "25P02"}) {
            table.stateRolledBack(state, Kind.UNUSABLE, SERVER);
        }
    }
}
