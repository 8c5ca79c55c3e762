package io.cloacina.soak;

import java.time.Duration;
import java.util.List;

/** The whole contract, again and again: no test of it is flaky. */
final class ContractAgain implements Figure {

    @Override
    public int share() {
        return 3;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        Backend backend = scene.backend();
        TestsAgain.report(
                name(),
                scene,
                time,
                List.of(backend.module()),
                backend.adapter() + backend.inNames() + "StoreContractTest",
                "");
    }
}
