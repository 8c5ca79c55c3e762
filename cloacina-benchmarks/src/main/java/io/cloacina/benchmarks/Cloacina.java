package io.cloacina.benchmarks;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;

/** The library as a user has it: its public interface, default settings, eight slots. */
final class Cloacina implements Contestant {

    static final String NAME = "Cloacina";

    private static final int SLOTS = 8;
    private static final int SUBMITTERS = 16;

    @Override
    public String name() {
        return NAME;
    }

    /** All slots are held by bodies that wait while the backlog is submitted; time runs from their release. */
    @Override
    public long run(Database database, Workload.Throughput workload) throws Exception {
        CountDownLatch held = new CountDownLatch(SLOTS);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(workload.executions());
        Workflow holder = Workflow.named("holder")
                .task("hold", context -> {
                    held.countDown();
                    release.await();
                })
                .build();
        Workflow workflow = workload.shape().workflow(context -> {});
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(database.url())
                .workflows(holder, workflow)
                .maxConcurrentTasks(SLOTS)
                .listener(counting(workflow.name(), ended))
                .open()) {
            submit(runner, holder.name(), SUBMITTERS, SLOTS);
            held.await();
            submit(runner, workflow.name(), SUBMITTERS, workload.executions());
            long begin = System.nanoTime();
            release.countDown();
            ended.await();
            return System.nanoTime() - begin;
        }
    }

    private static RunnerListener counting(String workflow, CountDownLatch ended) {
        return new RunnerListener() {
            @Override
            public void executionEnded(TransitionEvent event) {
                if (event.workflow().equals(workflow)) {
                    ended.countDown();
                }
            }
        };
    }

    /** The only slot is held, so that nobody runs what is submitted. */
    @Override
    public long submit(Database database, Workload.Submits workload) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Workflow single = Shape.single().workflow(context -> {});
        try (DefaultRunner runner = holding(database, release, single)) {
            long begin = System.nanoTime();
            if (workload.submitters() == Workload.Submitters.ONE_CALL) {
                runner.startAll(single.name(), Collections.nCopies(workload.executions(), Context.empty()));
            } else {
                submit(runner, single.name(), workload.submitters().threads(), workload.executions());
            }
            long took = System.nanoTime() - begin;
            release.countDown();
            return took;
        }
    }

    /** A runner whose only slot is held by a body that waits. */
    private static DefaultRunner holding(Database database, CountDownLatch release, Workflow workflow)
            throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Workflow holder = Workflow.named("holder")
                .task("hold", context -> {
                    held.countDown();
                    release.await();
                })
                .build();
        DefaultRunner runner = DefaultRunner.builder()
                .url(database.url())
                .workflows(holder, workflow)
                .maxConcurrentTasks(1)
                .open();
        runner.start(holder.name(), Context.empty());
        held.await();
        return runner;
    }

    private static void submit(DefaultRunner runner, String workflow, int threads, int executions) throws Exception {
        Callers.call(threads, number -> {
            int share = executions / threads + (number < executions % threads ? 1 : 0);
            for (int i = 0; i < share; i++) {
                runner.start(workflow, Context.empty());
            }
        });
    }

    @Override
    public long[] roundTrips(Database database, Workload.RoundTrip workload) throws Exception {
        Workflow single = Shape.single().workflow(context -> {});
        if (!workload.otherProcess()) {
            try (DefaultRunner runner = DefaultRunner.open(database.url(), single)) {
                return roundTrips(runner, single, workload.executions());
            }
        }
        CountDownLatch release = new CountDownLatch(1);
        try (DefaultRunner runner = holding(database, release, single);
                OtherProcess other = OtherProcess.start(database)) {
            other.awaitOpen();
            if (database.dialect() == Database.Dialect.POSTGRES) {
                roundTrips(runner, single, workload.warmUp()); // where it polls instead, there is nothing to warm up
            }
            long[] nanos = roundTrips(runner, single, workload.executions());
            release.countDown();
            return nanos;
        }
    }

    private static long[] roundTrips(DefaultRunner runner, Workflow workflow, int executions) {
        long[] nanos = new long[executions];
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            runner.execute(workflow.name(), Context.empty());
            nanos[i] = System.nanoTime() - begin;
        }
        return nanos;
    }
}
