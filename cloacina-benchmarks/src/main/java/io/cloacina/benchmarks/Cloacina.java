package io.cloacina.benchmarks;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The library as a user has it: its public interface, default settings, eight slots. */
final class Cloacina implements Contestant {

    private static final int SLOTS = 8;
    private static final int SUBMITTERS = 16;

    @Override
    public String name() {
        return "Cloacina";
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

    @Override
    public long submit(Database database, Workload.Submits workload) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        Workflow holder = Workflow.named("holder")
                .task("hold", context -> {
                    held.countDown();
                    release.await();
                })
                .build();
        Workflow single = Shape.single().workflow(context -> {});
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(database.url())
                .workflows(holder, single)
                .maxConcurrentTasks(1)
                .open()) {
            runner.start(holder.name(), Context.empty());
            held.await();
            long begin = System.nanoTime();
            submit(runner, single.name(), workload.threads(), workload.executions());
            long took = System.nanoTime() - begin;
            release.countDown();
            return took;
        }
    }

    private static void submit(DefaultRunner runner, String workflow, int threads, int executions) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Void>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int share = executions / threads + (thread < executions % threads ? 1 : 0);
                parts.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < share; i++) {
                                runner.start(workflow, Context.empty());
                            }
                        },
                        pool));
            }
            CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).get();
        } finally {
            pool.shutdown();
        }
    }

    @Override
    public long[] roundTrips(Database database, Workload.RoundTrip workload) {
        Workflow single = Shape.single().workflow(context -> {});
        long[] nanos = new long[workload.executions()];
        try (DefaultRunner runner = DefaultRunner.open(database.url(), single)) {
            for (int i = 0; i < nanos.length; i++) {
                long begin = System.nanoTime();
                runner.execute(single.name(), Context.empty());
                nanos[i] = System.nanoTime() - begin;
            }
        }
        return nanos;
    }
}
