package io.cloacina.runnertests;

import static org.awaitility.Awaitility.await;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A real store that notes what it refuses, for a test that waits until a runner has tried in vain, however long that takes. */
final class Refusals extends ForwardingStore {

    private static final int OFTEN = 3;

    private final Queue<StoreException> refusals = new ConcurrentLinkedQueue<>();

    Refusals(ExecutionStore real) {
        super(real);
    }

    @Override
    public <T> T transact(Lane lane, TransactionWork<T> work) {
        try {
            return super.transact(lane, work);
        } catch (StoreException refusal) {
            refusals.add(refusal);
            throw refusal;
        }
    }

    long count(Class<? extends StoreException> kind) {
        return refusals.stream().filter(kind::isInstance).count();
    }

    /** Returns when something has been refused so several times more: who was not served before that waits. */
    void awaitMore(Class<? extends StoreException> kind) {
        long wanted = count(kind) + OFTEN;
        await().atMost(Chapter.PATIENCE).until(() -> count(kind) >= wanted);
    }
}
