package io.cloacina.runnertests;

import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.TaskOptions;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A process whose task fails at its first try and is to be tried again after a while; it says {@code failed <id>} once that
 * is durable, and then waits to be killed.
 */
final class FailingRunner {

    /** Long enough for the process to be killed, and another runner opened, before the next try is due. */
    static final Duration DELAY = Duration.ofSeconds(4);

    static final String NAME = "failing";
    static final String TASK = "call";

    private static final RetryPolicy POLICY =
            RetryPolicy.fixed().initialDelay(DELAY).withoutJitter().maxAttempts(3);

    private FailingRunner() {}

    static ChildJvm start(String url, Journal journal) {
        return ChildJvm.start(FailingRunner.class, url, journal.file().toString());
    }

    /** One task, which keeps its journal and fails at its first try. */
    static Workflow workflow(TaskBody journal) {
        return Workflow.named(NAME)
                .task(
                        TASK,
                        context -> {
                            journal.run(context);
                            succeedAtSecondTry(context);
                        },
                        TaskOptions.root().retry(POLICY))
                .build();
    }

    private static void succeedAtSecondTry(TaskContext context) {
        if (context.attempt() == 1) {
            throw new IllegalStateException(Secrets.of("the first try fails"));
        }
        context.put("attempt", context.attempt());
    }

    public static void main(String[] arguments) throws InterruptedException {
        Journal journal = new Journal(Path.of(arguments[1]));
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .settings(Leases.PATIENT::in)
                .listener(new RunnerListener() {
                    @Override
                    public void taskRetried(TransitionEvent event) {
                        System.out.println("failed " + event.execution());
                    }
                })
                .workflows(workflow(journal::ran))
                .open()) {
            runner.start(NAME, Secrets.context());
            new CountDownLatch(1).await();
        }
    }
}
