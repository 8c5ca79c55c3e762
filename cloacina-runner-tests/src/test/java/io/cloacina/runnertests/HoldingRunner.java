package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * A process that stops in the middle of some executions and holds their tasks; it says {@code holding <id>} for each. When
 * the gate opens, the bodies return, and it closes its runner and ends. While it holds, its heartbeats do not get through
 * and it has no transaction under way: whoever stops it does not stop it inside one, where it would keep locks.
 */
final class HoldingRunner {

    static final int EXECUTIONS = 5;

    static final String NAME = "holding";

    /** Its error stream has what the runner says of the claims that it loses. */
    private static final List<String> OPTIONS = List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=info");

    private HoldingRunner() {}

    static ChildJvm start(String url, Journal journal, Path gate) {
        return ChildJvm.start(OPTIONS, HoldingRunner.class, url, journal.file().toString(), gate.toString());
    }

    /** {@code before}, then {@code held} with that body, then {@code behind}. */
    static Workflow workflow(TaskBody journal, TaskBody held) {
        return Workflow.named(NAME)
                .task("before", journal)
                .task("held", held, after("before"))
                .task("behind", journal, after("held"))
                .build();
    }

    /** The same without anything that holds. */
    static Workflow workflow(TaskBody journal) {
        return workflow(journal, journal);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Journal journal = new Journal(Path.of(arguments[1]));
        Path gate = Path.of(arguments[2]);
        Queue<ExecutionId> held = new ConcurrentLinkedQueue<>();
        CountDownLatch holding = new CountDownLatch(EXECUTIONS);
        CompletableFuture<Void> opened = new CompletableFuture<>();
        CountDownLatch returned = new CountDownLatch(EXECUTIONS);
        Heartless store = new Heartless(Stores.open(arguments[0]));
        try (DefaultRunner runner = open(store, workflow(journal::ran, context -> {
            journal.ran(context);
            held.add(context.executionId());
            holding.countDown();
            holdUntil(opened);
            returned.countDown();
        }))) {
            for (int number = 0; number < EXECUTIONS; number++) {
                runner.start(NAME, Secrets.context());
            }
            holding.await();
            store.stop();
            held.forEach(id -> System.out.println("holding " + id));
            await().forever().until(() -> Files.exists(gate));
            opened.complete(null);
            returned.await();
        }
    }

    private static DefaultRunner open(ExecutionStore store, Workflow workflow) {
        return DefaultRunner.builder()
                .store(store)
                .settings(Leases.UNSWEPT::in)
                .maxConcurrentTasks(2 * EXECUTIONS)
                .workflows(workflow)
                .open();
    }

    /** Not to be stopped by an interrupt: the outcome comes late, whatever the runner wanted. */
    private static void holdUntil(CompletableFuture<Void> opened) {
        opened.join();
        Thread.interrupted();
    }
}
