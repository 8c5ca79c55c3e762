package io.cloacina.contract;

import java.util.List;
import java.util.stream.Stream;

/** The contract of a store with the planted fault. Run by {@link BrokenStores} only. */
class BrokenStoreContract extends StoreContract {

    /** The name of the fault under test; the kit makes instances of this class by itself. */
    private static volatile String planted = "none";

    static void plant(Fault fault) {
        planted = fault.name();
    }

    static List<Fault> faults() {
        return Stream.of(ClaimFaults.all(), MomentFaults.all(), QueryFaults.all(), StoreFaults.all())
                .flatMap(faults -> faults)
                .toList();
    }

    /** A fresh fault for every database, for some remember what they have seen. */
    @Override
    protected StoreHarness newHarness() {
        return faults().stream()
                .filter(fault -> fault.name().equals(planted))
                .map(fault -> InMemoryHarness.broken(fault.disguise()))
                .findFirst()
                .orElseThrow();
    }
}
