package io.cloacina.soak;

import java.time.Duration;
import java.util.List;

/** Six processes that start at once on an empty database: all of them succeed. */
final class Migrations implements Figure {

    @Override
    public int share() {
        return 1;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        Backend backend = scene.backend();
        String test = backend == Backend.SQLITE ? "CrowdTest" : "MigrationTest";
        TestsAgain.report(name(), scene, time, List.of(backend.module()), backend.adapter() + test, "six_processes");
    }
}
