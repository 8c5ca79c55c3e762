package io.cloacina.runner.internal.engine;

import io.cloacina.runner.internal.system.Signal;
import io.cloacina.runner.internal.system.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads that write, one per loop. They end together: the last commit of one may bring claims that are handed back
 * through another one.
 */
final class Writers {

    private final List<WriteLoop> loops;
    private final List<WriterThread> threads = new ArrayList<>();

    /** Starts one thread per loop. */
    Writers(String worker, List<WriteLoop> loops, List<Signal> signals, Threads runnerThreads) {
        this.loops = List.copyOf(loops);
        for (int i = 0; i < loops.size(); i++) {
            threads.add(new WriterThread(worker, loops.get(i), signals.get(i), this::anyBusy, runnerThreads, i));
        }
    }

    /** In this order: what a step takes out of one inbox it may put into another, and only a step does that now. */
    private boolean anyBusy() {
        return anyWork() || loops.stream().anyMatch(WriteLoop::isStepping) || anyWork();
    }

    private boolean anyWork() {
        return loops.stream().anyMatch(WriteLoop::hasWork);
    }

    /** Lets them write what is there, and what comes of it, and end; ends them at once after that time. */
    void close(Duration patience) throws InterruptedException {
        threads.forEach(WriterThread::endWhenQuiet);
        for (WriterThread thread : threads) {
            thread.join(patience);
        }
    }

    /** Ends them at once, and does not wait for them. */
    void endAtOnce() {
        threads.forEach(WriterThread::endAtOnce);
    }
}
