package io.cloacina.contract;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTransaction;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the chapters of the contract share: an empty database, a store on it, and an engine that uses it plainly. */
@ExtendWith(HarnessExtension.class)
@DisplayNameGeneration(RuleNames.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class Chapter {

    private @Nullable StoreHarness harness;
    private @Nullable ExecutionStore store;
    private @Nullable PlainEngine engine;

    final void begin(StoreHarness fresh) {
        harness = fresh;
        store = fresh.open();
        engine = new PlainEngine(store, "worker-a");
    }

    final StoreHarness harness() {
        return Objects.requireNonNull(harness);
    }

    /** The store under test. */
    final ExecutionStore store() {
        return Objects.requireNonNull(store);
    }

    /** The engine of {@code worker-a}, on {@link #store()}. */
    final PlainEngine engine() {
        return Objects.requireNonNull(engine);
    }

    /** A store of another process; where only one can open the database, that one. */
    final ExecutionStore secondStore() {
        return harness().opensAgain() ? harness().open() : store();
    }

    /** The engine of {@code worker-b}, on {@link #secondStore()}. */
    final PlainEngine secondEngine() {
        return new PlainEngine(secondStore(), "worker-b");
    }

    /** What {@code work} would have returned, with everything it did rolled back. */
    final <T> T rehearse(Function<StoreTransaction, T> work) {
        return Rehearsal.of(store(), work);
    }
}
