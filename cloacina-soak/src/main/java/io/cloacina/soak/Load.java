package io.cloacina.soak;

import static io.cloacina.domain.workflow.TaskOptions.after;

import com.sun.management.UnixOperatingSystemMXBean;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A process that works through diamonds of tasks as fast as it can, never with more than so many under way, and says now and then
 * how it is: {@code sample TASKS HEAP THREADS DESCRIPTORS}, the heap in KiB after a collection.
 */
final class Load {

    private static final int UNDER_WAY = 400;
    private static final int BATCH = 50;
    private static final int TASKS = 4;
    private static final int SLOTS = 8;

    /** Executions after which whatever is made once is made, and caches are full; on a slow machine as well. */
    private static final int WARM = 3_000;

    private Load() {}

    /** URL, milliseconds from when it is warm, milliseconds between two samples. */
    public static void main(String... arguments) throws Exception {
        long pause = Long.parseLong(arguments[2]);
        Semaphore room = new Semaphore(UNDER_WAY);
        AtomicLong tasks = new AtomicLong();
        CountDownLatch warm = new CountDownLatch(WARM);
        AtomicBoolean enough = new AtomicBoolean();
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .workflows(diamond())
                .maxConcurrentTasks(SLOTS)
                .listener(counting(room, tasks, warm))
                .open()) {
            Thread submitter = new Thread(() -> submit(runner, room, enough), "submitter");
            submitter.start();
            warm.await();
            Clock clock = Clock.of(Duration.ofMillis(Long.parseLong(arguments[1])));
            while (!clock.isOver()) {
                TimeUnit.MILLISECONDS.sleep(Math.min(pause, clock.millisLeft()));
                System.out.println(sample(tasks.get()));
            }
            enough.set(true);
            submitter.join();
            room.acquire(UNDER_WAY);
        }
        System.out.println("ended");
        System.exit(0);
    }

    private static Workflow diamond() {
        return Workflow.named("diamond")
                .task("left", context -> context.put("left", context.require("n", Integer.class) + 1))
                .task("right", context -> context.put("right", context.require("n", Integer.class) + 2))
                .task(
                        "join",
                        context -> context.put(
                                "sum",
                                context.require("left", Integer.class) + context.require("right", Integer.class)),
                        after("left", "right"))
                .task("last", context -> context.remove("sum"), after("join"))
                .build();
    }

    private static RunnerListener counting(Semaphore room, AtomicLong tasks, CountDownLatch warm) {
        return new RunnerListener() {
            @Override
            public void executionEnded(TransitionEvent event) {
                tasks.addAndGet(TASKS);
                warm.countDown();
                room.release();
            }
        };
    }

    private static void submit(DefaultRunner runner, Semaphore room, AtomicBoolean enough) {
        while (!enough.get()) {
            room.acquireUninterruptibly(BATCH);
            List<Context> contexts = IntStream.range(0, BATCH)
                    .mapToObj(n -> Context.of("n", n, "text", "payload ".repeat(10)))
                    .toList();
            runner.startAll("diamond", contexts);
        }
    }

    private static String sample(long tasks) {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        return "sample " + tasks + " " + heap + " " + threads + " " + descriptors();
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
