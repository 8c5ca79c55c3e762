package io.cloacina.faults;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.LeaseSettings;
import io.cloacina.runner.StartOptions;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process with a task that kills whatever process runs it, after a line in a file. It starts the one execution, by key, and says
 * how it ended if it lives to see that.
 */
final class Poisoned {

    static final int RECOVERIES = 2;

    private static final String WORKFLOW = "poison";
    private static final int KILLED = 137;

    private Poisoned() {}

    static ChildJvm start(String url, Path runs) {
        return ChildJvm.start(Poisoned.class, url, runs.toString());
    }

    public static void main(String[] arguments) {
        AppendedLines runs = new AppendedLines(Path.of(arguments[1]));
        Workflow poison = Workflow.named(WORKFLOW)
                .task("drink", context -> die(context, runs))
                .build();
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .settings(settings -> settings.withLeases(new LeaseSettings(
                        Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(200), RECOVERIES)))
                .workflows(poison)
                .open()) {
            ExecutionResult result = runner.start(WORKFLOW, Context.empty(), StartOptions.idempotencyKey("the-one"))
                    .result();
            System.out.println(
                    "ended " + result.status() + " " + result.reason().orElse(""));
        }
    }

    private static void die(TaskContext context, AppendedLines runs) {
        runs.append(context.attemptToken());
        Runtime.getRuntime().halt(KILLED);
    }
}
