package io.cloacina.testsupport;

import java.sql.SQLException;

/** How a database fails. */
public interface CallTrouble {

    /**
     * What its driver throws.
     *
     * @param method the name of the call that fails
     */
    SQLException of(String method, CallFault fault);

    /** Whether the connection is gone with it: what was begun is rolled back, and all else that is asked of it throws the same. */
    boolean losesConnection();
}
