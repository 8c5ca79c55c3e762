package io.cloacina.simulation.world;

/** Unwinds what a process was doing when it was killed. Nobody may catch it for good. */
public final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed() {
        super("the process was killed", null, false, false);
    }
}
