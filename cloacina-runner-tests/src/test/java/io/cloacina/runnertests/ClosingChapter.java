package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerException.RunnerClosed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers who start while somebody closes. */
abstract class ClosingChapter extends Chapter {

    private static final int THREADS = 8;
    private static final int ROUNDS = 8;
    private static final String HELD = "select execution_id, ordinal from task_executions where status = 'RUNNING'";

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void a_start_that_races_a_close_is_durable_or_refused_and_never_both() throws Exception {
        Workflow diamond = Shapes.diamond(journal()::ran);
        Queue<ExecutionId> accepted = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ROUNDS; round++) {
            raceClose(open(runner().workflows(diamond)), accepted, accepted.size() + 10 * round);
            assertThat(Rows.of(backend(), HELD)).as("held after close").isEmpty();
        }

        assertThat(Rows.of(backend(), "select count(*) from workflow_executions"))
                .containsExactly(Integer.toString(accepted.size()));
        DefaultRunner next = open(runner().workflows(diamond));
        assertThat(accepted).allSatisfy(id -> assertCompleted(next.handleOf(id).orElseThrow()));
        Map<String, Long> runs = journal().runs();
        assertThat(accepted).allSatisfy(id -> assertNoRunIsUnexplained(runs, id, history(next, id)));
    }

    private void raceClose(DefaultRunner runner, Collection<ExecutionId> accepted, int closeAt) throws Exception {
        List<Future<Void>> callers = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            callers.add(threads.submit(startUntilRefused(runner, accepted)));
        }
        await().atMost(PATIENCE).until(() -> accepted.size() >= closeAt);
        runner.close();
        for (Future<Void> caller : callers) {
            caller.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static Callable<Void> startUntilRefused(DefaultRunner runner, Collection<ExecutionId> accepted) {
        return () -> {
            try {
                while (true) {
                    accepted.add(runner.start(Shapes.DIAMOND, Secrets.context()).id());
                }
            } catch (RunnerClosed refused) {
                return null;
            }
        };
    }
}
