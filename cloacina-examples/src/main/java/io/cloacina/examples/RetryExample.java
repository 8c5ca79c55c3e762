package io.cloacina.examples;

import static io.cloacina.domain.retry.RetryCondition.exceptions;
import static io.cloacina.domain.workflow.TaskOptions.root;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionResult;
import java.net.ConnectException;
import java.time.Duration;

/**
 * A task that fails is tried again, as its policy says. The tries are counted and timed in the database, so a process that
 * dies between two of them loses neither the count nor the delay.
 */
public final class RetryExample {

    private RetryExample() {}

    /** Runs it on the SQLite file {@code retry.db}. */
    public static void main(String[] arguments) {
        ExecutionResult result = download("retry.db", 3);
        System.out.println(result.status() + " after " + result.task("download").attempts() + " tries");
    }

    /** Downloads from a server that answers at that try. */
    static ExecutionResult download(String url, int answersAt) {
        RetryPolicy patient = RetryPolicy.exponential()
                .maxAttempts(4)
                .initialDelay(Duration.ofMillis(50))
                .retryOn(exceptions(ConnectException.class));
        Workflow downloads = Workflow.named("downloads")
                .task("download", task -> connect(task, answersAt), root().retry(patient))
                .build();

        try (DefaultRunner runner = DefaultRunner.open(url, downloads)) {
            return runner.execute("downloads", Context.empty());
        }
    }

    private static void connect(TaskContext task, int answersAt) throws ConnectException {
        if (task.attempt() < answersAt) {
            throw new ConnectException("nobody answers at try " + task.attempt());
        }
        task.insert("page", "It works!");
    }
}
