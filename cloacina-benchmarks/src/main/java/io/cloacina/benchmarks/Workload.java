package io.cloacina.benchmarks;

/** One line of the table: what is done, and what its figure counts. */
public sealed interface Workload {

    /** As in {@code docs/performance.md}: {@code W1} and so on. */
    String id();

    /** For the reader of the table. */
    String title();

    /** Executions that were submitted before are run. */
    record Throughput(String id, String title, Shape shape, int executions) implements Workload {

        public int tasks() {
            return shape.tasks() * executions;
        }
    }

    /** Executions of one task are submitted, each durable when its caller goes on. */
    record Submits(String id, String title, int threads, int executions) implements Workload {}

    /** Executions of one task, one at a time: from before the submit until the result is known. */
    record RoundTrip(String id, String title, int executions) implements Workload {}
}
