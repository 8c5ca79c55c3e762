package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own with sixteen threads that run diamonds, half of them waiting for each result, half of them
 * starting all and waiting then. It says {@code open}, waits for the gate, says {@code accepted <id>} for each start, and
 * {@code completed} at the end.
 */
final class Callers {

    static final int THREADS = 16;

    /** Whatever the runner warns of is on the error stream, and nothing else. */
    private static final List<String> OPTIONS = List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private final DefaultRunner runner;
    private final int perThread;

    private Callers(DefaultRunner runner, int perThread) {
        this.runner = runner;
        this.perThread = perThread;
    }

    static ChildJvm start(String url, Journal journal, Path gate, int perThread, Leases leases) {
        return ChildJvm.start(
                OPTIONS,
                Callers.class,
                url,
                journal.file().toString(),
                gate.toString(),
                Integer.toString(perThread),
                leases.name());
    }

    public static void main(String[] arguments) throws Exception {
        Journal journal = new Journal(Path.of(arguments[1]));
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .settings(Leases.valueOf(arguments[4])::in)
                .workflows(Shapes.diamond(journal::ran))
                .open()) {
            System.out.println("open");
            await().until(() -> Files.exists(Path.of(arguments[2])));
            new Callers(runner, Integer.parseInt(arguments[3])).callAll();
        }
        System.out.println("completed");
    }

    private void callAll() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<@Nullable Void>> callers = new ArrayList<>();
            for (int pair = 0; pair < THREADS / 2; pair++) {
                callers.add(this::executeEach);
                callers.add(this::startAll);
            }
            for (Future<@Nullable Void> caller : threads.invokeAll(callers)) {
                caller.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private @Nullable Void executeEach() {
        for (int number = 0; number < perThread; number++) {
            assertThat(runner.execute(Shapes.DIAMOND, Secrets.context()).status())
                    .isEqualTo(ExecutionStatus.COMPLETED);
        }
        return null;
    }

    private @Nullable Void startAll() {
        List<ExecutionHandle> handles = IntStream.range(0, perThread)
                .mapToObj(number -> runner.start(Shapes.DIAMOND, Secrets.context()))
                .peek(handle -> System.out.println("accepted " + handle.id()))
                .toList();
        assertThat(handles)
                .allSatisfy(handle -> assertThat(handle.result().status()).isEqualTo(ExecutionStatus.COMPLETED));
        return null;
    }
}
