package io.cloacina.contract;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** The reference store under test, as it is or disguised by a decorator. */
final class InMemoryHarness implements StoreHarness {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final StandingClock clock = new StandingClock();
    private final List<ExecutionStore> opened = Collections.synchronizedList(new ArrayList<>());
    private final WakeUpKind wakeUps;
    private final UnaryOperator<ExecutionStore> disguise;
    private final boolean checked;

    private InMemoryHarness(WakeUpKind wakeUps, UnaryOperator<ExecutionStore> disguise, boolean checked) {
        this.wakeUps = wakeUps;
        this.disguise = disguise;
        this.checked = checked;
    }

    static InMemoryHarness with(WakeUpKind wakeUps) {
        return new InMemoryHarness(wakeUps, UnaryOperator.identity(), true);
    }

    /** A store with a fault. The invariants are not looked at: the rule itself must notice. */
    static InMemoryHarness broken(UnaryOperator<ExecutionStore> fault) {
        return new InMemoryHarness(WakeUpKind.PUSH, fault, false);
    }

    @Override
    public ExecutionStore open() {
        ExecutionStore store = disguise.apply(InMemoryStore.open(database, clock, wakeUps, FaultPoints.NONE));
        opened.add(store);
        return store;
    }

    @Override
    public StoreTraits traits() {
        return opened.get(0).traits();
    }

    @Override
    public void advance(Duration step) {
        clock.advance(step);
    }

    @Override
    public void checkInvariants() {
        if (checked) {
            database.checkInvariants();
        }
    }

    @Override
    public void close() {
        opened.forEach(ExecutionStore::close);
    }
}
