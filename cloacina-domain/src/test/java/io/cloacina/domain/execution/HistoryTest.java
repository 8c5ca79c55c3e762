package io.cloacina.domain.execution;

import static io.cloacina.domain.execution.EventKind.TASK_CANCELLED;
import static io.cloacina.domain.execution.EventKind.TASK_CLAIMED;
import static io.cloacina.domain.execution.EventKind.TASK_COMPLETED;
import static io.cloacina.domain.execution.EventKind.TASK_FAILED;
import static io.cloacina.domain.execution.EventKind.TASK_LEASE_EXPIRED;
import static io.cloacina.domain.execution.EventKind.TASK_READY;
import static io.cloacina.domain.execution.EventKind.TASK_RETRY_SCHEDULED;
import static io.cloacina.domain.execution.EventKind.TASK_SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTest {

    @ParameterizedTest
    @EnumSource
    void every_event_of_a_task_is_an_arrow_of_the_state_machine(EventKind event) {
        if (event.isOfTask()) {
            for (TaskStatus before : TaskStatus.values()) {
                assertThat(History.after(before, event).stream()).allMatch(before::canBecome);
            }
            assertThat(TaskStatus.values())
                    .anyMatch(before -> History.after(before, event).isPresent());
        }
    }

    @Test
    void every_arrow_but_those_of_signals_has_an_event() {
        for (TaskStatus before : TaskStatus.values()) {
            for (TaskStatus next : before.successors()) {
                boolean ofSignals = next == TaskStatus.WAITING || (before == TaskStatus.WAITING && !next.isTerminal());
                assertThat(hasEvent(before, next)).as("%s to %s", before, next).isEqualTo(!ofSignals);
            }
        }
    }

    private static boolean hasEvent(TaskStatus before, TaskStatus next) {
        return Arrays.stream(EventKind.values())
                .filter(EventKind::isOfTask)
                .anyMatch(event -> History.after(before, event).equals(Optional.of(next)));
    }

    @Test
    void a_task_may_be_retried_recovered_and_completed() {
        assertThat(History.replay(
                        TaskStatus.NOT_STARTED,
                        List.of(
                                TASK_READY,
                                TASK_CLAIMED,
                                TASK_RETRY_SCHEDULED,
                                TASK_CLAIMED,
                                TASK_LEASE_EXPIRED,
                                TASK_CLAIMED,
                                TASK_COMPLETED)))
                .isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void a_root_is_claimed_without_having_become_ready() {
        assertThat(History.replay(TaskStatus.READY, List.of(TASK_CLAIMED))).isEqualTo(TaskStatus.RUNNING);
        assertThat(History.replay(TaskStatus.READY, List.of())).isEqualTo(TaskStatus.READY);
    }

    @Test
    void nothing_follows_an_end() {
        for (EventKind end : List.of(TASK_COMPLETED, TASK_FAILED, TASK_SKIPPED, TASK_CANCELLED)) {
            assertThat(Arrays.stream(EventKind.values()).filter(EventKind::isOfTask))
                    .noneMatch(next -> History.mayFollow(end, next));
        }
    }

    @Test
    void a_task_is_claimed_once_at_a_time() {
        assertThat(History.mayFollow(TASK_CLAIMED, TASK_CLAIMED)).isFalse();
        assertThat(History.mayFollow(TASK_LEASE_EXPIRED, TASK_CLAIMED)).isTrue();
        assertThat(History.mayFollow(TASK_READY, TASK_SKIPPED)).isFalse();
    }

    @Test
    void an_impossible_history_is_refused_with_its_fault() {
        assertThatThrownBy(() -> History.replay(TaskStatus.READY, List.of(TASK_CLAIMED, TASK_COMPLETED, TASK_FAILED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TASK_FAILED cannot happen to a task that is COMPLETED");
    }

    @Test
    void requests_and_parking_leave_an_execution_as_it_is_and_cannot_come_after_its_end() {
        assertThat(History.after(ExecutionStatus.RUNNING, EventKind.EXECUTION_CANCEL_REQUESTED))
                .contains(ExecutionStatus.RUNNING);
        assertThat(History.after(ExecutionStatus.PENDING, EventKind.EXECUTION_PARKED))
                .contains(ExecutionStatus.PENDING);
        assertThat(History.after(ExecutionStatus.COMPLETED, EventKind.EXECUTION_TIMED_OUT))
                .isEmpty();
    }

    @Test
    void an_execution_is_submitted_and_started_once() {
        assertThat(History.after(ExecutionStatus.PENDING, EventKind.EXECUTION_STARTED))
                .contains(ExecutionStatus.RUNNING);
        assertThat(History.after(ExecutionStatus.RUNNING, EventKind.EXECUTION_STARTED))
                .isEmpty();
        assertThat(ExecutionStatus.values())
                .allMatch(before ->
                        History.after(before, EventKind.EXECUTION_SUBMITTED).isEmpty());
    }

    @Test
    void an_execution_ends_once() {
        assertThat(History.after(ExecutionStatus.RUNNING, EventKind.EXECUTION_COMPLETED))
                .contains(ExecutionStatus.COMPLETED);
        assertThat(History.after(ExecutionStatus.PENDING, EventKind.EXECUTION_CANCELLED))
                .contains(ExecutionStatus.CANCELLED);
        assertThat(History.after(ExecutionStatus.PENDING, EventKind.EXECUTION_COMPLETED))
                .isEmpty();
        assertThat(History.after(ExecutionStatus.FAILED, EventKind.EXECUTION_COMPLETED))
                .isEmpty();
        assertThat(History.after(ExecutionStatus.PAUSED, EventKind.EXECUTION_FAILED))
                .contains(ExecutionStatus.FAILED);
    }

    @Test
    void events_of_tasks_and_of_executions_are_not_mixed_up() {
        assertThatThrownBy(() -> History.after(ExecutionStatus.RUNNING, TASK_READY))
                .hasMessageContaining("TASK_READY is not an event of an execution");
        assertThatThrownBy(() -> History.after(TaskStatus.READY, EventKind.EXECUTION_STARTED))
                .hasMessageContaining("EXECUTION_STARTED is not an event of a task");
    }
}
