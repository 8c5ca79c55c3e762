package io.cloacina.faults;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.faults.stage.PackedClassPath;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.LeaseSettings;
import io.cloacina.runner.StartOptions;
import io.cloacina.testsupport.ChildJvm;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that may open few files, and opens as many as it may. It says {@code none left} then, starts executions all the same, keeps
 * whatever comes free, gives all back after a while, and says how each ended and how many files it {@code took} meanwhile.
 */
final class Greedy {

    static final int EXECUTIONS = 10;

    private static final String WORKFLOW = "two-steps";
    private static final LeaseSettings LEASES =
            new LeaseSettings(Duration.ofSeconds(3), Duration.ofMillis(400), Duration.ofMillis(400), 3);

    private Greedy() {}

    /** @param sockets how many of its own it must lose before it gives anything back */
    static ChildJvm start(String url, int sockets) {
        return ChildJvm.start(
                List.of("bash", "-c", "ulimit -n 200 && exec \"$0\" \"$@\""),
                List.of(),
                PackedClassPath
                        .text(), // as in production: a class in a folder needs a descriptor, and is never asked for
                // again
                Greedy.class,
                url,
                Integer.toString(sockets));
    }

    public static void main(String[] arguments) throws Exception {
        Workflow workflow = Workflow.named(WORKFLOW)
                .task("first", context -> takeAWhile(50))
                .task("second", context -> takeAWhile(50))
                .build();
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .settings(settings -> settings.withLeases(LEASES))
                .workflows(workflow)
                .open()) {
            System.out.println(
                    "before " + runner.start(WORKFLOW, Context.empty()).result().status());
            CountDownLatch noneLeft = new CountDownLatch(1);
            AtomicInteger more = new AtomicInteger();
            Thread taker = new Thread(() -> take(noneLeft, Integer.parseInt(arguments[1]), more), "taker");
            taker.start();
            noneLeft.await();
            System.out.println("none left");
            List<ExecutionHandle> handles = new ArrayList<>();
            for (int number = 0; number < EXECUTIONS; number++) {
                handles.add(startAtLast(runner, "key-" + number));
            }
            for (ExecutionHandle handle : handles) {
                System.out.println("end " + endAtLast(handle));
            }
            taker.join();
            System.out.println("took " + more + " more");
        }
    }

    /** Takes what there is, and for a while whatever is given back meanwhile; then gives back all of it. */
    private static void take(CountDownLatch noneLeft, int sockets, AtomicInteger more) {
        List<FileInputStream> taken = new ArrayList<>();
        fill(taken);
        int first = taken.size();
        noneLeft.countDown();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LEASES.lease().toNanos() / 2) {
            fill(taken);
            begun = taken.size() - first < sockets ? System.nanoTime() : begun;
            Thread.onSpinWait();
        }
        more.set(taken.size() - first);
        taken.forEach(Greedy::close);
    }

    private static void fill(List<FileInputStream> taken) {
        try {
            while (true) {
                taken.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException noneLeft) {
            // as it was to be
        }
    }

    private static void close(FileInputStream file) {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot give a descriptor back", failure);
        }
    }

    private static ExecutionHandle startAtLast(DefaultRunner runner, String key) throws InterruptedException {
        for (Optional<ExecutionHandle> started = Optional.empty(); ; takeAWhile(50)) {
            started = start(runner, key);
            if (started.isPresent()) {
                return started.get();
            }
        }
    }

    /** Whoever is told that it is not stored, or that nobody knows, asks again. */
    private static Optional<ExecutionHandle> start(DefaultRunner runner, String key) {
        try {
            return Optional.of(runner.start(WORKFLOW, Context.empty(), StartOptions.idempotencyKey(key)));
        } catch (StoreException.Unusable broken) {
            throw broken;
        } catch (StoreException later) {
            System.out.println("later " + later.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Whoever asks for a result reads once, which may fail as any read may. */
    private static ExecutionStatus endAtLast(ExecutionHandle handle) throws InterruptedException {
        while (true) {
            try {
                return handle.result().status();
            } catch (StoreException.Unusable broken) {
                throw broken;
            } catch (StoreException later) {
                takeAWhile(50);
            }
        }
    }

    private static void takeAWhile(long millis) throws InterruptedException {
        if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }
}
