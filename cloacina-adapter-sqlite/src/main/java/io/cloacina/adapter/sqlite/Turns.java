package io.cloacina.adapter.sqlite;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the one writer connection next: heartbeats before work, otherwise in the order of arrival. A pool alone would let
 * a busy loop take back what it has just returned, and a lease could expire behind it. Thread-safe.
 */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> urgent = new ArrayDeque<>();
    private final Deque<Waiting> ordinary = new ArrayDeque<>();
    private final Duration patience;
    private boolean taken;

    Turns(Duration patience) {
        this.patience = patience;
    }

    /** Waits for a turn, a bounded time. */
    void take(boolean isUrgent) throws SQLException {
        lock.lock();
        try {
            if (taken) {
                await(isUrgent ? urgent : ordinary);
            }
            taken = true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a turn if nobody has it or waits for it. */
    boolean takeIfFree() {
        lock.lock();
        try {
            boolean free = !taken;
            taken = true;
            return free;
        } finally {
            lock.unlock();
        }
    }

    /** The turn is handed over by {@link #end} and never free in between, so nobody can overtake. */
    private void await(Deque<Waiting> queue) throws SQLException {
        Waiting waiting = new Waiting(lock.newCondition());
        queue.addLast(waiting);
        if (!waiting.isGranted(patience)) {
            queue.remove(waiting);
            throw new SQLTransientConnectionException("the writer was busy for " + patience.toMillis()
                    + "ms (total=1, active=1, idle=0, waiting=" + waiting() + ")");
        }
    }

    /** Ends a turn, and gives it to whoever is next. */
    void end() {
        lock.lock();
        try {
            Waiting next = next();
            taken = next != null;
            if (next != null) {
                next.mayGo = true;
                next.condition.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return urgent.size() + ordinary.size();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Waiting next() {
        Waiting first = urgent.pollFirst();
        return first != null ? first : ordinary.pollFirst();
    }

    private static final class Waiting {

        private final Condition condition;
        private boolean mayGo;

        Waiting(Condition condition) {
            this.condition = condition;
        }

        /** An interrupt is kept for later: a turn is short, and half of one would be worse. */
        boolean isGranted(Duration patience) {
            boolean interrupted = false;
            long deadline = System.nanoTime() + patience.toNanos();
            while (!mayGo && System.nanoTime() - deadline < 0) {
                try {
                    condition.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return mayGo;
        }
    }
}
