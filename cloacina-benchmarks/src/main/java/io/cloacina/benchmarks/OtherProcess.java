package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.benchmarks.floor.FloorProcess;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Another process that runs one-task workflows with eight slots, or what raw JDBC does instead, until it is told to end. */
public final class OtherProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The compilers and the collector that the JVM chooses, where the children of tests have what starts quickest. */
    static final List<String> AS_A_USER_STARTS_IT = List.of("-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC");

    private final ChildJvm child;

    private OtherProcess(ChildJvm child) {
        this.child = child;
    }

    static OtherProcess start(Database database) {
        return start(OtherProcess.class, database.url());
    }

    /** Raw JDBC, in sets, on a server. */
    static OtherProcess floor(Database database) {
        UUID definition = Floor.define(database, Shape.single());
        return start(FloorProcess.class, database.url(), definition.toString());
    }

    /** A process that says that it is open, and ends when it is killed. */
    public static OtherProcess start(Class<?> main, String... arguments) {
        return new OtherProcess(ChildJvm.start(AS_A_USER_STARTS_IT, main, arguments));
    }

    /** Returns when it is ready to work. */
    public void awaitOpen() {
        child.awaitLine(line -> line.startsWith("open"), PATIENCE);
    }

    /** The other process itself; its argument is the database's URL. */
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
