package io.cloacina.runnertests;

import io.cloacina.testsupport.CallFault;
import io.cloacina.testsupport.CallTrouble;
import java.sql.SQLException;

/** The network is gone. */
record PostgresTrouble() implements CallTrouble {

    private static final String CONNECTION_FAILURE = "08006";

    @Override
    public SQLException of(String method, CallFault fault) {
        return new SQLException("cut off", CONNECTION_FAILURE);
    }

    @Override
    public boolean losesConnection() {
        return true;
    }
}
