package io.cloacina.runner.internal.engine;

import io.cloacina.runner.internal.system.RunnerThreads;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives one write loop: steps while there is work, rests while there is none, pauses while the store is in trouble. */
final class WriterThread {

    private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);

    private final String worker;
    private final WriteLoop loop;
    private final Signal signal;
    private final Signal closing = new Signal();
    private final Thread thread;
    private volatile boolean open = true;

    WriterThread(String worker, WriteLoop loop, Signal signal, RunnerThreads threads, int number) {
        this.worker = worker;
        this.loop = loop;
        this.signal = signal;
        this.thread = threads.start("writer-" + number, this::run);
    }

    private void run() {
        try {
            while ((open || loop.hasWork()) && !Thread.currentThread().isInterrupted()) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: a writer was told to end at once", worker, e);
        }
    }

    private void turn() throws InterruptedException {
        Duration pause = step();
        if (!pause.isZero()) {
            closing.await(pause);
        } else if (open && !loop.hasWork()) {
            signal.await();
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

    /** Lets the thread write what is there and end; ends it at once after that time. */
    void close(Duration patience) throws InterruptedException {
        open = false;
        signal.give();
        closing.give();
        thread.join(Math.max(1, patience.toMillis()));
        thread.interrupt();
        thread.join();
    }
}
