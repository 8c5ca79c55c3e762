package io.cloacina.benchmarks;

import java.util.List;

/** What is measured, in the order of the table. */
final class Workloads {

    private Workloads() {}

    static List<Workload> scaled(double scale) {
        return List.of(
                new Workload.Throughput("W1", "one task, workflows/s", Shape.single(), size(10_000, scale)),
                new Workload.Throughput("W2", "chain of 3, tasks/s", Shape.chain(3), size(2_000, scale)),
                new Workload.Throughput("W3", "1 → 10 → 1, tasks/s", Shape.fan(10), size(500, scale)),
                new Workload.RoundTrip("W4", "one at a time, ms", size(1_000, scale)),
                new Workload.Submits("W6", "submits, 1 thread, executions/s", 1, size(3_000, scale)),
                new Workload.Submits("W6", "submits, 8 threads, executions/s", 8, size(8_000, scale)));
    }

    private static int size(int full, double scale) {
        return Math.max(16, (int) (full * scale));
    }
}
