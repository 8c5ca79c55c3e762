package io.cloacina.benchmarks;

import io.cloacina.benchmarks.Workload.RoundTrip;
import io.cloacina.benchmarks.Workload.Submits;
import io.cloacina.benchmarks.Workload.Submitters;
import io.cloacina.benchmarks.Workload.Throughput;
import java.util.List;

/** What all contestants are measured at, in the order of the table. */
final class Workloads {

    private Workloads() {}

    static List<Workload> scaled(double scale) {
        return List.of(
                new Throughput("W1", "one task, workflows/s", Shape.single(), size(10_000, scale)),
                new Throughput("W2", "chain of 3, tasks/s", Shape.chain(3), size(2_000, scale)),
                new Throughput("W3", "1 → 10 → 1, tasks/s", Shape.fan(10), size(500, scale)),
                new RoundTrip("W4", "submit → result, ms", false, size(3_000, scale)),
                new RoundTrip("W4", "submitted by another process, ms", true, size(300, scale)),
                new Submits("W6", "1 thread, executions/s", Submitters.ONE_THREAD, size(1_000, scale)),
                new Submits("W6", "8 threads, executions/s", Submitters.EIGHT_THREADS, size(4_000, scale)),
                new Submits("W6", "one call, executions/s", Submitters.ONE_CALL, size(10_000, scale)));
    }

    private static int size(int full, double scale) {
        return Math.max(16, (int) (full * scale));
    }
}
