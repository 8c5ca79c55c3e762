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

        Throughput times(double share) {
            return new Throughput(id, title, shape, share(executions, share));
        }
    }

    /** Executions of one task are submitted, each durable when its caller goes on. */
    record Submits(String id, String title, Submitters submitters, int executions) implements Workload {

        Submits times(double share) {
            return new Submits(id, title, submitters, share(executions, share));
        }
    }

    /** Who submits. */
    enum Submitters {
        ONE_THREAD(1),
        EIGHT_THREADS(8),
        ONE_CALL(1);

        private final int threads;

        Submitters(int threads) {
            this.threads = threads;
        }

        public int threads() {
            return threads;
        }
    }

    /** Executions of one task, one at a time, from before the submit until the result is known; a third warms up. */
    record RoundTrip(String id, String title, boolean otherProcess, int executions) implements Workload {

        /** Trips through a fresh process after which the compilers of its JVM have little left to do; nobody counts them. */
        public int warmUp() {
            return 10 * executions;
        }
    }

    private static int share(int executions, double share) {
        return Math.max(1, (int) (executions * share));
    }
}
