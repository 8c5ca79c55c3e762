package io.cloacina.jpa;

import io.cloacina.jpa.internal.JpaExecutionStore;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.WakeUps;
import io.cloacina.ports.spi.StoreSettings;

/** Makes the store of a described database. */
public final class JpaStore {

    private JpaStore() {}

    /**
     * The store over these connections; the schema is there and of this version. Closing the store closes {@link
     * ConnectionLanes#owned()}; when this method throws, they are closed already.
     *
     * @param database the database's name for messages, password hidden
     */
    public static ExecutionStore open(
            String database,
            StoreDialect dialect,
            SchemaName schema,
            ConnectionLanes lanes,
            WakeUps wakeUps,
            StoreSettings settings) {
        return JpaExecutionStore.open(database, dialect, schema, lanes, wakeUps, settings);
    }
}
