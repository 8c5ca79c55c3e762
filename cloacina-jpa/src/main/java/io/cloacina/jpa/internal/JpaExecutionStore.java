package io.cloacina.jpa.internal;

import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.StoreDialect;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.WakeUps;
import io.cloacina.ports.spi.StoreSettings;

/** The store of executions on Jakarta Persistence. */
public final class JpaExecutionStore {
    private JpaExecutionStore() {}

    public static ExecutionStore open(
            String database,
            StoreDialect dialect,
            SchemaName schema,
            ConnectionLanes lanes,
            WakeUps wakeUps,
            StoreSettings settings) {
        throw new UnsupportedOperationException();
    }
}
