package io.cloacina.contract.forwarding;

import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.WakeUps;
import java.util.Collection;

/**
 * A store that does what another one does. A test changes one thing by overriding it: what a store that is wrong does, or what stands in
 * the way of a good one.
 */
public class ForwardingStore implements ExecutionStore {

    /** The one behind. */
    protected final ExecutionStore good;

    protected ForwardingStore(ExecutionStore good) {
        this.good = good;
    }

    /** The transaction that the work is given instead of the real one. */
    protected StoreTransaction disguise(StoreTransaction transaction) {
        return transaction;
    }

    @Override
    public StoreTraits traits() {
        return good.traits();
    }

    @Override
    public void define(Collection<StoredDefinition> definitions) {
        good.define(definitions);
    }

    @Override
    public <T> T transact(Lane lane, TransactionWork<T> work) {
        return good.transact(lane, transaction -> work.in(disguise(transaction)));
    }

    @Override
    public ExecutionQueries queries() {
        return good.queries();
    }

    @Override
    public WakeUps wakeUps() {
        return good.wakeUps();
    }

    @Override
    public void close() {
        good.close();
    }
}
