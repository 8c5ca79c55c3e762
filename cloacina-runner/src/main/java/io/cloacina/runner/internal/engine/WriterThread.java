package io.cloacina.runner.internal.engine;

import io.cloacina.runner.internal.system.Signal;
import io.cloacina.runner.internal.system.Threads;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives one write loop: steps while there is work, rests while there is none, pauses while the store is in trouble. */
final class WriterThread {

    private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);

    private static final Duration WHILE_OTHERS_ARE_BUSY = Duration.ofMillis(2);

    private final String worker;
    private final WriteLoop loop;
    private final Signal signal;
    private final BooleanSupplier anyBusy;
    private final Signal closing;
    private final Threads.Loop thread;
    private volatile boolean open = true;

    /** @param anyBusy whether this loop or another one may still bring up something to write */
    WriterThread(String worker, WriteLoop loop, Signal signal, BooleanSupplier anyBusy, Threads threads, int number) {
        this.worker = worker;
        this.loop = loop;
        this.signal = signal;
        this.anyBusy = anyBusy;
        this.closing = threads.signal();
        this.thread = threads.start("writer-" + number, this::run);
    }

    private void run() {
        try {
            while ((open || anyBusy.getAsBoolean()) && !Thread.currentThread().isInterrupted()) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: a writer was told to end at once", worker, e);
        } finally {
            loop.ended();
        }
    }

    private void turn() throws InterruptedException {
        Duration pause = step();
        if (!pause.isZero()) {
            closing.await(pause);
        } else {
            if (!loop.hasWork()) {
                rest();
            }
            gather();
        }
    }

    private void rest() throws InterruptedException {
        if (open) {
            signal.await();
        } else {
            signal.await(WHILE_OTHERS_ARE_BUSY);
        }
    }

    private void gather() throws InterruptedException {
        for (Duration left = loop.patience(); open && !left.isZero(); left = loop.patience()) {
            signal.await(left);
        }
    }

    /** An error here is a fault of ours; the loop goes on, or every execution of this process would stand still. */
    private Duration step() {
        try {
            return loop.step();
        } catch (RuntimeException | Error e) {
            LOG.error("{}: the write loop failed unexpectedly and goes on; please report this", worker, e);
            return Duration.ofSeconds(1);
        }
    }

    /** Ends the thread at once, and does not wait for it. */
    void endAtOnce() {
        open = false;
        thread.interrupt();
    }

    /** Lets the thread end as soon as no loop has anything left to write. */
    void endWhenQuiet() {
        open = false;
        signal.give();
        closing.give();
    }

    /** Waits for its end; ends it at once after that time. */
    void join(Duration patience) throws InterruptedException {
        thread.end(patience);
    }
}
