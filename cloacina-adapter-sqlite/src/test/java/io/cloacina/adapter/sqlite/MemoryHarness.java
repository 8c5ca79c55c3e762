package io.cloacina.adapter.sqlite;

import io.cloacina.contract.StoreHarness;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import java.time.Duration;

/** A database in the memory of its one store. Nobody else can look into it, so the invariants are left to the file's tests. */
final class MemoryHarness implements StoreHarness {

    private final StandingClock clock = new StandingClock();
    private final ExecutionStore store = Databases.open(":memory:", clock, SchemaMode.MIGRATE);

    @Override
    public ExecutionStore open() {
        return store;
    }

    @Override
    public StoreTraits traits() {
        return store.traits();
    }

    @Override
    public void advance(Duration step) {
        clock.advance(step);
    }

    @Override
    public void checkInvariants() {
        // The database cannot be seen from outside; the same statements are checked on a file.
    }

    @Override
    public boolean opensAgain() {
        return false;
    }

    @Override
    public void close() {
        store.close();
    }
}
