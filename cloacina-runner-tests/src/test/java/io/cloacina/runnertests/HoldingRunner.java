package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.after;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that stops in the middle of some executions and holds their tasks; it says {@code holding <id>} for each. */
final class HoldingRunner {

    static final int EXECUTIONS = 5;
    private static final String NAME = "holding";

    private HoldingRunner() {}

    static ChildJvm start(String url, Journal journal) {
        return ChildJvm.start(HoldingRunner.class, url, journal.file().toString());
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
        DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .settings(Leases.SHORT::in)
                .maxConcurrentTasks(2 * EXECUTIONS)
                .workflows(workflow(journal::ran, context -> {
                    journal.ran(context);
                    System.out.println("holding " + context.executionId());
                    new CountDownLatch(1).await();
                }))
                .open();
        for (int number = 0; number < EXECUTIONS; number++) {
            runner.start(NAME, Context.empty());
        }
        Thread.currentThread().join(); // runs until it is killed
    }
}
