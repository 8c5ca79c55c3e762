package io.cloacina.runner.planted;

/** Lets a stored text decide which code runs. */
public final class RunnerThatLoadsClassesByName {
    Class<?> load(String stored) throws ClassNotFoundException {
        return Class.forName(stored);
    }
}
