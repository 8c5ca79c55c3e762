package io.cloacina.soak;

import java.time.Duration;
import java.util.List;

/** The whole contract on the store in memory, again and again; beside SQLite, for it is nobody's backend. */
final class MemoryContract implements Figure {

    @Override
    public int share() {
        return 1;
    }

    @Override
    public boolean isFor(Backend backend) {
        return backend == Backend.SQLITE;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        TestsAgain.report(
                name(),
                scene,
                time,
                List.of("cloacina-contract-tests"),
                "io.cloacina.contract.PushingInMemoryStoreContractTest",
                "");
    }
}
