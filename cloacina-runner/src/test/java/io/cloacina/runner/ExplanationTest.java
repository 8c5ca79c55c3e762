package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.runner.Explanation.TaskWait;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final ExecutionId ID = ExecutionId.of("0193513c-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final TaskWait held = new TaskWait(
            "fetch",
            TaskStatus.RUNNING,
            2,
            List.of(),
            Optional.empty(),
            Optional.of("shop-1"),
            Optional.of(NOON.plusSeconds(30)),
            Optional.empty());
    private final TaskWait retried = new TaskWait(
            "weigh",
            TaskStatus.READY,
            3,
            List.of(),
            Optional.of(NOON),
            Optional.empty(),
            Optional.empty(),
            Optional.of("java.io.IOException: lead"));
    private final TaskWait blocked = new TaskWait(
            "charge",
            TaskStatus.NOT_STARTED,
            1,
            List.of("fetch", "weigh"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Test
    void the_text_says_what_each_task_waits_for() {
        assertThat(explanation(Optional.empty(), List.of(), held, retried, blocked))
                .hasToString("Execution " + ID + " of workflow 'orders' version 0123456789abcdef is RUNNING\n"
                        + "  task 'fetch' is RUNNING, attempt 2, held by shop-1 until 2026-11-22T12:00:30Z\n"
                        + "  task 'weigh' is READY, attempt 3, due 2026-11-22T12:00:00Z, last error: java.io.IOException: lead\n"
                        + "  task 'charge' is NOT_STARTED, attempt 1, after fetch, weigh");
    }

    @Test
    void a_parked_execution_says_why_and_what_is_missing_here() {
        assertThat(explanation(Optional.of("task 'charge' is not known"), List.of("task 'charge'")))
                .asString()
                .contains("\n  parked: task 'charge' is not known\n  missing here: task 'charge'");
    }

    @Test
    void the_next_due_time_is_the_earliest() {
        TaskWait later = new TaskWait(
                "ship",
                TaskStatus.READY,
                1,
                List.of(),
                Optional.of(NOON.plusSeconds(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(explanation(Optional.empty(), List.of(), later, retried, held)
                        .nextDue())
                .contains(NOON);
        assertThat(explanation(Optional.empty(), List.of(), held).nextDue()).isEmpty();
    }

    private static Explanation explanation(Optional<String> parked, List<String> missing, TaskWait... waits) {
        return new Explanation(
                ID,
                "orders",
                "0123456789abcdef",
                ExecutionStatus.RUNNING,
                Optional.empty(),
                parked,
                missing,
                List.of(waits));
    }
}
