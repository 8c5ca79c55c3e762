package io.cloacina.simulation.store;

import io.cloacina.ports.StoreException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may become of one call of the store. */
public enum Trouble {
    /** Others were in the way: rolled back before anything was done. */
    CONTENDED(Moment.BEFORE, () -> new StoreException.Contended("simulated: others were in the way", null)),
    /** The work was done and rolled back at the commit, because of others. */
    ROLLED_BACK(Moment.INSIDE, () -> new StoreException.Contended("simulated: rolled back at the commit", null)),
    /** No connection. */
    DISCONNECTED(Moment.BEFORE, () -> new StoreException.ConnectionLost("simulated: no connection", null)),
    /** No room. */
    FULL(Moment.INSIDE, () -> new StoreException.OutOfRoom("simulated: no room", null)),
    /** The commit threw, and nothing is stored. */
    CUT_OFF(Moment.INSIDE, () -> new StoreException.OutcomeUnknown("simulated: cut off before the commit", null)),
    /** The commit threw, and everything is stored: the reply was lost. */
    REPLY_LOST(Moment.AFTER, () -> new StoreException.OutcomeUnknown("simulated: cut off after the commit", null)),
    /** The store refuses what is written. */
    REFUSED(Moment.INSIDE, () -> new StoreException.Refused("simulated: refused", null)),
    /** The JVM fails in the middle of a transaction. */
    JVM_ERROR(Moment.INSIDE, () -> new AssertionError("simulated: the JVM failed")),
    /** The call takes long before it is served. */
    SLOW_REQUEST(Moment.BEFORE, null),
    /** The call takes long after it was served. */
    SLOW_REPLY(Moment.AFTER, null);

    /** Those that a read can meet: it has nothing to commit. */
    static final List<Trouble> OF_READS = List.of(DISCONNECTED, SLOW_REQUEST, SLOW_REPLY);

    private final Moment moment;
    private final @Nullable Supplier<Throwable> failure;

    Trouble(Moment moment, @Nullable Supplier<Throwable> failure) {
        this.moment = moment;
        this.failure = failure;
    }

    enum Moment {
        BEFORE,
        INSIDE,
        AFTER
    }

    boolean isSlow() {
        return failure == null;
    }

    /** Throws what this trouble throws at that moment, if it does. */
    void meet(Moment now) {
        if (failure != null && moment == now) {
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }
}
