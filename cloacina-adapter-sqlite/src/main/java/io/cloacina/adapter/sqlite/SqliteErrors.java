package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.ErrorTable;
import io.cloacina.jpa.ErrorTable.Kind;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What the errors of SQLite mean, by primary result code, and the errors that this adapter adds by SQLState. */
final class SqliteErrors {

    /** The file is no longer the one that was opened. */
    private static final String MOVED = "CLM01";

    /** A transaction's outcome is not known; the state makes the pool throw the connection away. */
    private static final String UNKNOWN_OUTCOME = "08007";

    private static final String AGAIN = "Try again: another process or connection is writing.";
    private static final String LOCKED =
            "Try again: another process is writing, and did not end. See docs/troubleshooting.md#database-is-locked.";
    private static final String ROOM = "Make room on the disk, or free memory.";
    private static final String RIGHTS = "Check the rights on the file and its folder, and the mode of the URL.";
    private static final String DAMAGE =
            "Stop every process that uses the file, keep a copy of it with its -wal, and restore a backup.";
    private static final String DATA = "What was given breaks a rule of the schema and will not be accepted.";
    private static final String DISK = "Check the disk: the file could not be read or written.";
    private static final String VERSION = "The schema is not the one this version of the library made.";

    static final ErrorTable TABLE = ErrorTable.otherwise(Kind.UNUSABLE, "Report it with the cause.")
            .code(code(SQLiteErrorCode.SQLITE_ERROR), Kind.UNUSABLE, VERSION)
            .code(code(SQLiteErrorCode.SQLITE_PERM), Kind.UNUSABLE, RIGHTS)
            .codeRolledBack(code(SQLiteErrorCode.SQLITE_BUSY), Kind.CONTENDED, LOCKED)
            .codeRolledBack(code(SQLiteErrorCode.SQLITE_LOCKED), Kind.CONTENDED, LOCKED)
            .code(code(SQLiteErrorCode.SQLITE_NOMEM), Kind.OUT_OF_ROOM, ROOM)
            .codeRolledBack(code(SQLiteErrorCode.SQLITE_READONLY), Kind.UNUSABLE, RIGHTS)
            .code(code(SQLiteErrorCode.SQLITE_INTERRUPT), Kind.CONTENDED, AGAIN)
            .code(code(SQLiteErrorCode.SQLITE_IOERR), Kind.UNUSABLE, DISK)
            .code(code(SQLiteErrorCode.SQLITE_CORRUPT), Kind.UNUSABLE, DAMAGE)
            .codeRolledBack(code(SQLiteErrorCode.SQLITE_FULL), Kind.OUT_OF_ROOM, ROOM)
            .code(code(SQLiteErrorCode.SQLITE_CANTOPEN), Kind.UNUSABLE, RIGHTS)
            .code(code(SQLiteErrorCode.SQLITE_PROTOCOL), Kind.CONTENDED, AGAIN)
            .code(code(SQLiteErrorCode.SQLITE_SCHEMA), Kind.CONTENDED, AGAIN)
            .codeRolledBack(code(SQLiteErrorCode.SQLITE_TOOBIG), Kind.REFUSED, DATA)
            .codeRolledBack(code(SQLiteErrorCode.SQLITE_CONSTRAINT), Kind.REFUSED, DATA)
            .codeRolledBack(code(SQLiteErrorCode.SQLITE_MISMATCH), Kind.REFUSED, DATA)
            .code(code(SQLiteErrorCode.SQLITE_NOTADB), Kind.UNUSABLE, DAMAGE)
            .stateRolledBack(
                    MOVED,
                    Kind.UNUSABLE,
                    "The file or its -wal was moved, deleted, replaced or emptied while it was open: put it back and start"
                            + " again.")
            .build();

    private SqliteErrors() {}

    /** The file is no longer the one that was opened: nothing may be acknowledged any more. */
    static SQLException moved(String what) {
        return new SQLException(what, MOVED);
    }

    /** A transaction that could not begin goes on as if it had: it is to be rolled back and tried again. */
    static SQLException notBegun() {
        return new SQLException(
                "the transaction could not begin: only a rollback may follow",
                null,
                code(SQLiteErrorCode.SQLITE_INTERRUPT));
    }

    /** A commit failed. Whether it could be undone is told by the code; a connection of which that is unsure is given up. */
    static SQLException commitFailed(SQLException failure) {
        return failure.getErrorCode() == code(SQLiteErrorCode.SQLITE_IOERR)
                ? new SQLException(
                        "the outcome of a commit is unknown", UNKNOWN_OUTCOME, failure.getErrorCode(), failure)
                : failure;
    }

    private static int code(SQLiteErrorCode code) {
        return code.code & 0xff;
    }
}
