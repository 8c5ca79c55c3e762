package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.benchmarks.floor.FloorProcess;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Another process that runs one-task workflows with eight slots, or what raw JDBC does instead, until it is told to end. */
public final class OtherProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Round trips of its own, after which the compilers of its JVM have little left to do. */
    private static final int WARM = 3_000;

    /** The compilers and the collector that the JVM chooses, where the children of tests have what starts quickest. */
    static final List<String> AS_A_USER_STARTS_IT = List.of("-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC");

    private final ChildJvm child;

    private OtherProcess(ChildJvm child) {
        this.child = child;
    }

    /** What it runs first is to warm it up. */
    static OtherProcess start(Database database) {
        return start(OtherProcess.class, database.url(), "0");
    }

    /** It has made as many round trips before it says that it is open as make it warm, as its counterpart here is. */
    static OtherProcess startWarm(Database database) {
        return start(OtherProcess.class, database.url(), String.valueOf(WARM));
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

    /** Returns when its runner is open. */
    public void awaitOpen() {
        child.awaitLine(line -> line.startsWith("open"), PATIENCE);
    }

    /** The other process itself; its arguments are the database's URL and the number of its own round trips. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Workflow single = Shape.single().workflow(context -> {});
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .workflows(single)
                .maxConcurrentTasks(8)
                .open()) {
            for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
                runner.execute(single.name(), Context.empty());
            }
            System.out.println("open with " + runner.settings().maxConcurrentTasks() + " slots");
            Thread.currentThread().join();
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
