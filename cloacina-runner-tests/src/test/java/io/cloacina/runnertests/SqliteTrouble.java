package io.cloacina.runnertests;

import io.cloacina.testsupport.CallFault;
import io.cloacina.testsupport.CallTrouble;
import java.sql.SQLException;

/** Somebody else writes; or, when a commit has taken effect all the same, the disk did not answer. */
record SqliteTrouble() implements CallTrouble {

    /** As the adapter says it of such a commit, so that the pool gives the connection up. */
    private static final String UNKNOWN_OUTCOME = "08007";

    private static final int BUSY = 5;
    private static final int IOERR = 10;

    @Override
    public SQLException of(String method, CallFault fault) {
        return method.equals("commit") && fault == CallFault.AFTER
                ? new SQLException("cut off", UNKNOWN_OUTCOME, IOERR)
                : new SQLException("cut off", null, BUSY);
    }

    @Override
    public boolean losesConnection() {
        return false;
    }
}
