package io.cloacina.runnertests;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;

/** A real store to which work gets through, and from some moment on heartbeats do not. */
final class Heartless extends ForwardingStore {

    private final Object heart = new Object();
    private boolean stopped;

    Heartless(ExecutionStore real) {
        super(real);
    }

    /** No heartbeat gets through any more; the one under way, if there is one, is over when this returns. */
    void stop() {
        synchronized (heart) {
            stopped = true;
        }
    }

    @Override
    public <T> T transact(Lane lane, TransactionWork<T> work) {
        return lane == Lane.HEARTBEAT ? beat(work) : super.transact(lane, work);
    }

    private <T> T beat(TransactionWork<T> work) {
        synchronized (heart) {
            if (stopped) {
                throw new StoreException.ConnectionLost("heartbeats do not get through", null);
            }
            return super.transact(Lane.HEARTBEAT, work);
        }
    }
}
