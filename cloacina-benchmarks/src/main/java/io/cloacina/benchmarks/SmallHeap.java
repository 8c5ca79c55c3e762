package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import io.cloacina.testsupport.ChildJvm;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What a runner needs of a heap of 64 MiB: while it works through W1, and beside very many executions that wait. */
final class SmallHeap {

    private static final String MOST = "-Xmx64m";
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int BATCH = 1000;
    private static final int SWEEPS = 3;

    private SmallHeap() {}

    static String of(Backend backend, double scale) throws Exception {
        int executions = (int) Math.max(BATCH, 10_000 * scale);
        int waiting = (int) (1_000_000 * scale);
        Used work = work(backend, executions);
        Used one = beside(backend, 1);
        Used many = beside(backend, waiting);
        return String.format(
                Locale.ROOT,
                "- Heap, W1 with %,d executions under %s: completed; at most %,d KiB left by a collection, %,d at the end%n"
                        + "- Heap, runner whose slots are taken: %,d KiB beside one execution that waits, %,d beside %,d%n",
                executions,
                MOST,
                work.most(),
                work.live(),
                one.live(),
                many.live(),
                waiting);
    }

    /** Submits and runs executions of one task in a JVM of its own. */
    static Used work(Backend backend, int executions) {
        try (Database database = backend.newDatabase()) {
            return measure("work", database, executions);
        }
    }

    /** Opens a runner, in a JVM of its own, that has so many executions waiting for it and no slot for them. */
    static Used beside(Backend backend, int waiting) throws Exception {
        try (Database database = backend.newDatabase()) {
            Floor.inSetsOf(BATCH).submit(database, new Workload.Submits("", "", Workload.Submitters.ONE_CALL, waiting));
            return measure("wait", database, waiting);
        }
    }

    private static Used measure(String what, Database database, int executions) {
        try (ChildJvm child =
                ChildJvm.start(List.of(MOST), SmallHeap.class, what, database.url(), Integer.toString(executions))) {
            return Used.parse(child.awaitLine(Used::isOne, PATIENCE));
        }
    }

    /** The JVM with the small heap. */
    public static void main(String... arguments) throws InterruptedException {
        AtomicLong most = Heap.mostAfterCollections();
        long live = arguments[0].equals("work")
                ? work(arguments[1], Integer.parseInt(arguments[2]))
                : waiting(arguments[1]);
        System.out.println(new Used(most.get() >> 10, live));
        System.exit(0);
    }

    private static long work(String url, int executions) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(executions);
        Workflow single = Shape.single().workflow(context -> {});
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(url)
                .workflows(single)
                .maxConcurrentTasks(8)
                .listener(new RunnerListener() {
                    @Override
                    public void executionEnded(TransitionEvent event) {
                        ended.countDown();
                    }
                })
                .open()) {
            for (int left = executions; left > 0; left -= BATCH) {
                runner.startAll(single.name(), Collections.nCopies(Math.min(BATCH, left), Context.empty()));
            }
            ended.await();
            return Heap.live();
        }
    }

    private static long waiting(String url) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        DefaultRunner runner = DefaultRunner.open(url, Shape.single().workflow(context -> {
            begun.countDown();
            never.await();
        }));
        try {
            begun.await();
            never.await(SWEEPS, TimeUnit.SECONDS); // it looks for work every second
            return Heap.live();
        } finally {
            Reference.reachabilityFence(runner); // and is not closed, for its bodies never end
        }
    }

    /**
     * KiB of heap.
     *
     * @param most left by any collection
     * @param live at the end
     */
    record Used(long most, long live) {

        static boolean isOne(String line) {
            return line.startsWith("used ");
        }

        static Used parse(String line) {
            String numbers = line.substring("used ".length());
            int space = numbers.indexOf(' ');
            return new Used(Long.parseLong(numbers.substring(0, space)), Long.parseLong(numbers.substring(space + 1)));
        }

        @Override
        public String toString() {
            return "used " + most + " " + live;
        }
    }
}
