package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.runner.DefaultRunner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers who cancel in one runner while the only body returns in another. */
abstract class CancelChapter extends Chapter {

    private static final int EXECUTIONS = 200;
    private static final int CALLERS = 8;
    private static final String NAME = "raced";
    private static final Set<EventKind> ENDS =
            EnumSet.of(EventKind.EXECUTION_COMPLETED, EventKind.EXECUTION_FAILED, EventKind.EXECUTION_CANCELLED);

    private final List<Race> races =
            Stream.generate(Race::new).limit(EXECUTIONS).toList();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    /** The body is there; the caller is about to cancel. */
    private record Race(CountDownLatch begun, CountDownLatch called) {

        Race() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }
    }

    /** What a caller was told. */
    private record Told(ExecutionId execution, boolean accepted) {}

    @AfterEach
    void stopCallers() {
        callers.shutdownNow();
    }

    @Test
    void a_cancel_that_races_the_last_end_is_accepted_exactly_if_the_execution_ends_cancelled() throws Exception {
        DefaultRunner worker = open(runner().maxConcurrentTasks(CALLERS)
                .workflows(Workflow.named(NAME).task("only", this::run).build()));
        DefaultRunner other = open(runner().workflows(Shapes.diamond(journal()::ran)));

        List<Told> told = raceAll(worker, other);
        assertThat(told).allSatisfy(each -> assertEndedAsTold(worker, each));
        assertThat(told).extracting(Told::accepted).contains(true, false);
    }

    /** Every other one gives the caller a start. */
    private void run(TaskContext context) throws InterruptedException {
        int number = context.require("number", Integer.class);
        races.get(number).begun().countDown();
        if (number % 2 == 0) {
            races.get(number).called().await();
        }
    }

    private List<Told> raceAll(DefaultRunner worker, DefaultRunner other) throws Exception {
        List<Callable<Told>> calls = new ArrayList<>();
        for (int number = 0; number < EXECUTIONS; number++) {
            int each = number;
            calls.add(() -> race(worker, other, each));
        }
        List<Told> told = new ArrayList<>();
        for (Future<Told> call : callers.invokeAll(calls)) {
            told.add(call.get());
        }
        return told;
    }

    private Told race(DefaultRunner worker, DefaultRunner other, int number) throws InterruptedException {
        ExecutionId id = worker.start(NAME, Context.of("number", number)).id();
        races.get(number).begun().await();
        races.get(number).called().countDown();
        return new Told(id, other.cancel(id));
    }

    private static void assertEndedAsTold(DefaultRunner runner, Told told) {
        ExecutionStatus status = told.accepted() ? ExecutionStatus.CANCELLED : ExecutionStatus.COMPLETED;
        assertThat(runner.handleOf(told.execution())
                        .orElseThrow()
                        .result(PATIENCE)
                        .status())
                .as(told.toString())
                .isEqualTo(status);
        assertThat(history(runner, told.execution()))
                .extracting(ExecutionEvent::kind)
                .filteredOn(ENDS::contains)
                .containsExactly(EventKind.valueOf("EXECUTION_" + status));
    }
}
