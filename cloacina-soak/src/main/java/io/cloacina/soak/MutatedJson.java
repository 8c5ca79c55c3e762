package io.cloacina.soak;

import java.time.Duration;
import java.util.List;

/** Mutated texts that are read as JSON or refused, with seeds that no build uses; beside SQLite, for no database reads them. */
final class MutatedJson implements Figure {

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
                List.of("cloacina-runner"),
                "io.cloacina.runner.internal.json.MutatedJsonTest",
                "");
    }
}
