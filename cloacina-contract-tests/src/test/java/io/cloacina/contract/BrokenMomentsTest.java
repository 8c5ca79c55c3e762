package io.cloacina.contract;

import java.util.stream.Stream;

/** Stores of which one moment is broken. */
class BrokenMomentsTest extends BrokenStores {

    @Override
    Stream<Fault> faults() {
        return MomentFaults.all();
    }
}
