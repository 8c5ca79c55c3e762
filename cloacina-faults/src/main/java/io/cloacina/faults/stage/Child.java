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

    /** The exit code of a process that ended in order on a TERM signal. */
    public static final int TERMINATED = 143;

    private static final int KILLED = 137;

    /** When a process that says nothing counts as hanging. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String name;
    private final ChildJvm process;
    private final Set<String> said = new HashSet<>();
    private volatile boolean accounted;

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

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isRunning();
    }

    /** Waits until its first submission was accepted, or until it has ended. */
    boolean works() {
        return says("working") && isRunning();
    }

    /** Waits until it says that, unless it has said so before; false when it has ended without. */
    boolean says(String line) {
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

    /** Ends it as a fault of that name; false when it has ended already, or did so in that moment. */
    public synchronized boolean kill(String what, Chronicle chronicle) {
        if (!isRunning()) {
            return false;
        }
        process.kill();
        if (ended() != KILLED) {
            return false;
        }
        chronicle.begins(what, name);
        accounted = true;
        return true;
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

    private int ended() {
        return process.waitFor(PATIENCE);
    }

    /**
     * Waits for its end with that exit code; false when somebody killed it before.
     *
     * @throws IllegalStateException if it ended with another one
     */
    public boolean endsWith(int code) {
        int ended = ended();
        synchronized (this) { // whoever kills it has said so when we are let in
            if (accounted) {
                return false;
            }
            if (ended != code) {
                throw endedWithoutCause();
            }
            accounted = true;
            return true;
        }
    }

    /** The same where nobody kills it. */
    void requireEndsWith(int code) {
        if (!endsWith(code)) {
            throw endedWithoutCause();
        }
    }

    /**
     * Of a process that is gone: it ended as it was to, or its database was in trouble while it opened.
     *
     * @throws IllegalStateException if it ended for no such reason
     */
    synchronized void requireAccounted(Chronicle chronicle) {
        if (accounted) {
            return;
        }
        if (says("open") || !chronicle.isTroubled(name, Micros.now())) {
            throw endedWithoutCause();
        }
        chronicle.begins("CouldNotOpen", name);
        accounted = true;
    }

    private IllegalStateException endedWithoutCause() {
        return new IllegalStateException(
                "process " + name + " ended with " + ended() + ", and nobody did that to it:\n" + process.errors());
    }

    @Override
    public void close() {
        process.close();
    }
}
