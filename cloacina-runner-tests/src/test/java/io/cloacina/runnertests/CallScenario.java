package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;

import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** A whole life of an execution, during which one call to the driver fails. */
enum CallScenario {
    CHAIN(ExecutionStatus.COMPLETED, Map.of("a", 1, "b", 1, "c", 1)) {
        @Override
        Workflow workflow(TaskBody body) {
            return Workflow.named(name())
                    .task("a", body)
                    .task("b", body, after("a"))
                    .task("c", body, after("b"))
                    .build();
        }
    },
    FAN(ExecutionStatus.COMPLETED, Map.of("a", 1, "b", 1, "c", 1, "d", 1, "e", 1)) {
        @Override
        Workflow workflow(TaskBody body) {
            return Workflow.named(name())
                    .task("a", body)
                    .task("b", body, after("a"))
                    .task("c", body, after("a"))
                    .task("d", body, after("a"))
                    .task("e", body, after("b", "c", "d"))
                    .build();
        }
    },
    RETRY(ExecutionStatus.COMPLETED, Map.of("a", 2, "b", 1)) {
        @Override
        Workflow workflow(TaskBody body) {
            RetryPolicy soon = RetryPolicy.fixed()
                    .initialDelay(Duration.ofMillis(1))
                    .withoutJitter()
                    .maxAttempts(2);
            return Workflow.named(name())
                    .task(
                            "a",
                            context -> {
                                body.run(context);
                                failAt(context, 1);
                            },
                            root().retry(soon))
                    .task("b", body, after("a"))
                    .build();
        }
    },
    RULE(ExecutionStatus.FAILED, Map.of("a", 1, "apologise", 1)) {
        @Override
        Workflow workflow(TaskBody body) {
            return Workflow.named(name())
                    .task(
                            "a",
                            context -> {
                                body.run(context);
                                failAt(context, 1);
                            },
                            root().retry(RetryPolicy.none()))
                    .task("never", body, after("a"))
                    .task("apologise", body, after("a").when(TriggerRule.anyFailed()))
                    .build();
        }
    },
    CANCEL(ExecutionStatus.CANCELLED, Map.of("a", 1)) {
        @Override
        Workflow workflow(TaskBody body) {
            return Workflow.named(name())
                    .task("a", body)
                    .task("never", body, after("a"))
                    .build();
        }
    };

    private final ExecutionStatus end;
    private final Map<String, Integer> runs;

    CallScenario(ExecutionStatus end, Map<String, Integer> runs) {
        this.end = end;
        this.runs = runs;
    }

    abstract Workflow workflow(TaskBody body);

    /** How it ends. */
    ExecutionStatus end() {
        return end;
    }

    /** How often each body runs; the others do not. */
    Map<String, Integer> runs() {
        return runs;
    }

    private static void failAt(TaskContext context, int attempt) {
        if (context.attempt() == attempt) {
            throw new IllegalStateException(Secrets.of("this try fails"));
        }
    }
}
