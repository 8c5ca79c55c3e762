package io.cloacina.soak;

import java.time.Duration;
import java.util.List;

/**
 * Every call of the driver fails once, in every scenario: before it takes effect, and after. No call is left out, as a build leaves
 * out some that have no effect.
 */
final class FailingCalls implements Figure {

    @Override
    public int share() {
        return 2;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        String suite = "io.cloacina.runnertests.FailuresOn" + scene.backend().inNames() + "Test";
        List<String> modules = List.of("cloacina-runner-tests", scene.backend().module());
        TestsAgain.report(name(), scene, time, modules, suite, "Failing");
    }
}
