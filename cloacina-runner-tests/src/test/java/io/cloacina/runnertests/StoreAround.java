package io.cloacina.runnertests;

import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.WakeUps;
import java.util.Collection;

/** A real store with something in its way; passes on whatever a test does not change. */
abstract class StoreAround implements ExecutionStore {

    private final ExecutionStore real;

    StoreAround(ExecutionStore real) {
        this.real = real;
    }

    @Override
    public StoreTraits traits() {
        return real.traits();
    }

    @Override
    public void define(Collection<StoredDefinition> definitions) {
        real.define(definitions);
    }

    @Override
    public <T> T transact(Lane lane, TransactionWork<T> work) {
        return real.transact(lane, work);
    }

    @Override
    public ExecutionQueries queries() {
        return real.queries();
    }

    @Override
    public WakeUps wakeUps() {
        return real.wakeUps();
    }

    @Override
    public void close() {
        real.close();
    }
}
