package io.cloacina.runnertests;

import io.cloacina.testsupport.CallFault;
import io.cloacina.testsupport.CallTrouble;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Somebody else writes; or, when a commit has taken effect all the same, the disk did not answer. */
record SqliteTrouble() implements CallTrouble {

    /** As the adapter says it of such a commit, so that the pool gives the connection up. */
    private static final String UNKNOWN_OUTCOME = "08007";

    @Override
    public SQLException of(String method, CallFault fault) {
        return method.equals("commit") && fault == CallFault.AFTER
                ? new SQLException("cut off", UNKNOWN_OUTCOME, SQLiteErrorCode.SQLITE_IOERR.code)
                : new SQLException("cut off", null, SQLiteErrorCode.SQLITE_BUSY.code);
    }

    @Override
    public boolean losesConnection() {
        return false;
    }
}
