package io.cloacina.contract;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.StoreTransaction;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A transaction that is looked at and never committed, for moments that would leave half a story behind. */
final class Rehearsal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Rehearsal() {
        super("rolled back on purpose");
    }

    static <T> T of(ExecutionStore store, Function<StoreTransaction, T> work) {
        AtomicReference<T> seen = new AtomicReference<>();
        try {
            store.transact(Lane.WORK, transaction -> {
                seen.set(work.apply(transaction));
                throw new Rehearsal();
            });
        } catch (Rehearsal expected) {
            return Objects.requireNonNull(seen.get());
        }
        throw new AssertionError("the work threw an exception, and the transaction returned");
    }
}
