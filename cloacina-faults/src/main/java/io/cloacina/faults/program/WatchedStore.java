package io.cloacina.faults.program;

import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.WakeUps;
import java.util.Collection;

/**
 * A store with one more point, between the engine's decision what to write and the begin of the transaction; and which says when a
 * transaction waits for its turn.
 */
record WatchedStore(ExecutionStore store, FaultPoints faults, Turns turns) implements ExecutionStore {

    static final String BEFORE_BEGIN = "program.before-begin";

    @Override
    public StoreTraits traits() {
        return store.traits();
    }

    @Override
    public void define(Collection<StoredDefinition> definitions) {
        store.define(definitions);
    }

    @Override
    public <T> T transact(Lane lane, TransactionWork<T> work) {
        if (lane == Lane.WORK) {
            faults.reached(BEFORE_BEGIN);
        }
        turns.begins();
        try {
            return store.transact(lane, work);
        } finally {
            turns.ends();
        }
    }

    @Override
    public ExecutionQueries queries() {
        return store.queries();
    }

    @Override
    public WakeUps wakeUps() {
        return store.wakeUps();
    }

    @Override
    public void close() {
        store.close();
    }
}
