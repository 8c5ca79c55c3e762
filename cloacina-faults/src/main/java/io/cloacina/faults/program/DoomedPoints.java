package io.cloacina.faults.program;

import io.cloacina.ports.FaultPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often this process comes to the place of its doom, and does to it there what its {@link Doom} says. Thread-safe. */
final class DoomedPoints implements FaultPoints {

    private final Doom doom;
    private final AtomicInteger times = new AtomicInteger();

    DoomedPoints(Doom doom) {
        this.doom = doom;
    }

    @Override
    public void reached(String point) {
        if (point.equals(doom.where().point()) && times.incrementAndGet() == doom.number()) {
            strike();
        }
    }

    private void strike() {
        switch (doom.where()) {
            case STOPS_BEFORE, STOPS_OUTSIDE -> stop();
            case HALTS_BEFORE, HALTS_AFTER -> Runtime.getRuntime().halt(Doom.HALTED);
            case NOWHERE -> throw new IllegalStateException("struck nowhere");
        }
    }

    /** Comes back when somebody lets the process go on. */
    private static void stop() {
        System.out.println(Doom.STOPS);
        try {
            String itself = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-STOP", itself).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot stop this process", failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
