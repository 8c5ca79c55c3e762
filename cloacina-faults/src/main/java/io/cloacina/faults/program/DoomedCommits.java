package io.cloacina.faults.program;

import io.cloacina.ports.FaultPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the commits of this process, and does to it at one of them what its {@link Doom} says. Thread-safe. */
final class DoomedCommits implements FaultPoints {

    /** As of a process that was killed by signal 9. */
    private static final int KILLED = 137;

    private final Doom doom;
    private final AtomicInteger commits = new AtomicInteger();

    DoomedCommits(Doom doom) {
        this.doom = doom;
    }

    @Override
    public void reached(String point) {
        if (point.equals(doom.where().point()) && commits.incrementAndGet() == doom.commit()) {
            strike();
        }
    }

    private void strike() {
        if (doom.where() == Doom.Where.STOPS_BEFORE) {
            stop();
        } else {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Comes back when somebody lets the process go on. */
    private static void stop() {
        System.out.println("stops");
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
