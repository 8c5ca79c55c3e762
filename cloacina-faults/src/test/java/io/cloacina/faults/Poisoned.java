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
import io.cloacina.testsupport.StartingLine;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process with a task that kills whatever process runs it, after a line in a file. It says {@code ready}, starts the one execution,
 * by key, when the line lets it, and says how that ended if it lives to see it; then it starts another execution of its own, and says
 * how that ended.
 */
final class Poisoned {

    static final int RECOVERIES = 2;
    static final int KILLED = 137;

    static final String POISON = "poison";
    private static final String WATER = "water";

    private Poisoned() {}

    static ChildJvm start(String url, Path line, Path runs) {
        return ChildJvm.start(Poisoned.class, url, line.toString(), runs.toString());
    }

    public static void main(String[] arguments) {
        AppendedLines runs = new AppendedLines(Path.of(arguments[2]));
        Workflow poison = Workflow.named(POISON)
                .task("drink", context -> die(context, runs))
                .build();
        Workflow water = Workflow.named(WATER).task("drink", context -> {}).build();
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .settings(settings -> settings.withLeases(new LeaseSettings(
                        Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMillis(200), RECOVERIES)))
                .workflows(poison, water)
                .open()) {
            System.out.println("ready");
            StartingLine.await(Path.of(arguments[1]));
            say(runner.start(POISON, Context.empty(), StartOptions.idempotencyKey("the-one"))
                    .result());
            say(runner.start(WATER, Context.empty()).result());
        }
    }

    private static void say(ExecutionResult result) {
        System.out.println(result.workflow() + " " + result.status() + " "
                + result.reason().orElse(""));
    }

    private static void die(TaskContext context, AppendedLines runs) {
        runs.append(context.attemptToken());
        Runtime.getRuntime().halt(KILLED);
    }
}
