package io.cloacina.benchmarks;

import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.time.Duration;

/** Another process that runs a shape's workflow with eight slots until it is told to end. */
final class OtherProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ChildJvm child;

    private OtherProcess(ChildJvm child) {
        this.child = child;
    }

    static OtherProcess start(Database database) {
        return new OtherProcess(ChildJvm.start(OtherProcess.class, database.url()));
    }

    /** Returns when its runner is open. */
    void awaitOpen() {
        child.awaitLine(line -> line.startsWith("open"), PATIENCE);
    }

    /** The other process itself. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .workflows(Shape.single().workflow(context -> {}))
                .maxConcurrentTasks(8)
                .open()) {
            System.out.println("open with " + runner.settings().maxConcurrentTasks() + " slots");
            Thread.currentThread().join();
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
