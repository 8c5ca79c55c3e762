package io.cloacina.runner.internal.system;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way. Its interrupt hits this body or nobody: a pooled thread is never interrupted after the body that was
 * meant, and is left without an interrupt flag for the next one. Thread-safe.
 */
public final class RunningBody implements Runnable {

    private final String threadName;
    private final Runnable body;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread thread;
    private boolean interrupted;
    private boolean done;

    RunningBody(String threadName, Runnable body) {
        this.threadName = threadName;
        this.body = body;
    }

    /** Interrupts the body if it has not ended; one that has not begun finds its flag set. May be repeated. */
    public void interrupt() {
        lock.lock();
        try {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the body has ended. */
    public boolean isDone() {
        lock.lock();
        try {
            return done;
        } finally {
            lock.unlock();
        }
    }

    /** Called by {@link TaskThreads} on the body's thread, once. */
    @Override
    public void run() {
        Thread current = Thread.currentThread();
        String idleName = current.getName();
        current.setName(threadName);
        begin(current);
        try {
            body.run();
        } finally {
            end();
            current.setName(idleName);
        }
    }

    private void begin(Thread current) {
        lock.lock();
        try {
            thread = current;
            if (interrupted) {
                current.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock, so that an interrupt has either arrived and is cleared here, or will find nobody. */
    private void end() {
        lock.lock();
        try {
            thread = null;
            done = true;
            boolean leftOver = Thread.interrupted();
            interrupted |= leftOver;
        } finally {
            lock.unlock();
        }
    }
}
