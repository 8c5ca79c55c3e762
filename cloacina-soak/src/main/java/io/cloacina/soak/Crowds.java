package io.cloacina.soak;

import java.time.Duration;
import java.util.List;

/** Two processes of sixteen callers each: every execution completes, every body runs once, and nobody warns of anything. */
final class Crowds implements Figure {

    @Override
    public int share() {
        return 1;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        String suite = "io.cloacina.runnertests.RunnerOn" + scene.backend().inNames() + "Test";
        List<String> modules = List.of("cloacina-runner-tests", scene.backend().module());
        TestsAgain.report(name(), scene, time, modules, suite, "Crowds");
    }
}
