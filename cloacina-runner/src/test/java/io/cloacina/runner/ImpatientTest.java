package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Callers who will not wait at all. */
class ImpatientTest {

    private static final int CALLERS = 8;
    private static final int CALLS = 4_000;

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    @Test
    void many_who_only_look_at_once_are_all_told_of_what_is_there() throws Exception {
        DefaultRunner runner =
                bench.open(Workflow.named("w").task("t", task -> {}).build());
        ExecutionHandle ended =
                runner.handleOf(runner.execute("w", Context.empty()).id()).orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            callers.add(() -> areAllTold(ended));
        }

        try {
            for (Future<Boolean> caller : threads.invokeAll(callers)) {
                assertThat(caller.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean areAllTold(ExecutionHandle ended) {
        boolean told = true;
        for (int call = 0; call < CALLS; call++) {
            told &= ended.result(Duration.ZERO).status() == ExecutionStatus.COMPLETED;
        }
        return told;
    }
}
