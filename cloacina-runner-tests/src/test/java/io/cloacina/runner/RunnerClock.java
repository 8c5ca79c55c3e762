package io.cloacina.runner;

import io.cloacina.ports.TimeSource;

/** The door by which tests give a runner a clock of their own. */
public final class RunnerClock {

    private RunnerClock() {}

    public static RunnerBuilder given(RunnerBuilder builder, TimeSource time) {
        return builder.time(time);
    }
}
