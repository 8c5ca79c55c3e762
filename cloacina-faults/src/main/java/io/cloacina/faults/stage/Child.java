package io.cloacina.faults.stage;

import io.cloacina.faults.journal.Chronicle;
import io.cloacina.faults.journal.Micros;
import io.cloacina.faults.program.Orders;
import io.cloacina.faults.program.Program;
import io.cloacina.testsupport.ChildJvm;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One process with a runner. Thread-safe, but for waiting, which one thread at a time may do. */
public final class Child implements AutoCloseable {

    /** When a process that says nothing counts as hanging. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String name;
    private final ChildJvm process;
    private final Set<String> said = new HashSet<>();

    private Child(String name, ChildJvm process) {
        this.name = name;
        this.process = process;
    }

    static Child start(Orders orders, Image image) {
        return start(orders, image.options(), image.classPath());
    }

    /** One that lays down the image for those after it when it ends in order. */
    static Child startToMake(Orders orders, Image image) {
        return start(orders, image.optionsToMake(), image.classPath());
    }

    private static Child start(Orders orders, List<String> options, String classPath) {
        return new Child(orders.process(), ChildJvm.start(options, classPath, Program.class, orders.arguments()));
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
        return says("working") && isRunning();
    }

    /** Waits until it says that, unless it has said so before; false when it has ended without. */
    public boolean says(String line) {
        while (!said.contains(line)) {
            Optional<String> next = process.nextLineUnlessEnded(PATIENCE);
            if (next.isEmpty()) {
                ended();
                return false;
            }
            said.add(next.get());
        }
        return true;
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

    /**
     * Of a process that is gone: somebody has ended it, or its database was in trouble while it opened.
     *
     * @throws IllegalStateException if it ended for no such reason
     */
    void requireStruck(Chronicle chronicle) {
        long now = Micros.now();
        if (chronicle.isStruck(name)) {
            return;
        }
        if (!chronicle.leavesInDoubt(now)
                && chronicle.explaining(name, now, now).isEmpty()) {
            throw new IllegalStateException(
                    "process " + name + " ended with " + ended() + " and nobody ended it:\n" + process.errors());
        }
        chronicle.begins("CouldNotOpen", name);
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
