package io.cloacina.faults.stage;

import io.cloacina.faults.journal.Chronicle;
import io.cloacina.faults.program.Orders;
import io.cloacina.faults.program.Program;
import io.cloacina.testsupport.ChildJvm;
import java.time.Duration;

/** One process with a runner. Thread-safe, but for waiting, which one thread at a time may do. */
public final class Child implements AutoCloseable {

    /** When a process that says nothing counts as hanging. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String name;
    private final ChildJvm process;
    private boolean working;

    private Child(String name, ChildJvm process) {
        this.name = name;
        this.process = process;
    }

    static Child start(Orders orders) {
        Image image = Image.shared();
        return new Child(
                orders.process(),
                ChildJvm.start(image.options(), image.classPath(), Program.class, orders.arguments()));
    }

    /** Its name, under which its claims are stored. */
    public String name() {
        return name;
    }

    public boolean isRunning() {
        return process.isRunning();
    }

    /** Waits until its first submission was accepted, or until it has ended. */
    boolean works() {
        working = working || says("working");
        return working && isRunning();
    }

    /** Waits until it says that; false when it has ended before. */
    public boolean says(String line) {
        try {
            process.awaitLine(line::equals, PATIENCE);
            return true;
        } catch (IllegalStateException endedOrSilent) {
            if (isRunning()) {
                throw endedOrSilent;
            }
            return false;
        }
    }

    /** Ends it as a fault of that name. */
    public synchronized void kill(String what, Chronicle chronicle) {
        if (isRunning()) {
            chronicle.begins(what, name);
            process.kill();
        }
    }

    /** Nothing of it moves until {@link #resume}. */
    public synchronized void pause() {
        if (isRunning()) {
            process.pause();
        }
    }

    /** It goes on and knows nothing of the pause. */
    public synchronized void resume() {
        if (isRunning()) {
            process.resume();
        }
    }

    /** Asks it to end. */
    public synchronized void terminate() {
        if (isRunning()) {
            process.terminate();
        }
    }

    /** Waits for its end; the exit code. */
    public int ended() {
        return process.waitFor(PATIENCE);
    }

    /** @throws IllegalStateException if nobody has done anything to it, and it is gone */
    void requireStruck(Chronicle chronicle) {
        if (!chronicle.isStruck(name)) {
            throw new IllegalStateException(
                    "process " + name + " ended with " + ended() + " and nobody ended it:\n" + process.errors());
        }
    }

    /** What it wrote to its error stream. */
    public String errors() {
        return process.errors();
    }

    @Override
    public void close() {
        process.close();
    }
}
