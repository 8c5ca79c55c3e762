package io.cloacina.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExecutionOutcomeTest {

    @ParameterizedTest(name = "{0} with ending {1}, {2} open and {3} failed tasks becomes {4}")
    @CsvSource({
        "RUNNING, , 1, 0, RUNNING",
        "RUNNING, , 1, 5, RUNNING",
        "RUNNING, CANCELLED, 1, 0, RUNNING",
        "PENDING, , 3, 0, PENDING",
        "PAUSED, , 1, 0, PAUSED",
        "RUNNING, , 0, 0, COMPLETED",
        "RUNNING, , 0, 1, FAILED",
        "PAUSED, , 0, 0, COMPLETED",
        "PAUSED, CANCELLED, 0, 0, CANCELLED",
        "RUNNING, CANCELLED, 0, 0, CANCELLED",
        "RUNNING, CANCELLED, 0, 2, CANCELLED",
        "PENDING, CANCELLED, 0, 0, CANCELLED",
        "RUNNING, TIMED_OUT, 0, 0, FAILED",
        "PENDING, TIMED_OUT, 0, 0, FAILED"
    })
    void an_execution_is_over_exactly_when_its_tasks_are(
            ExecutionStatus present, Ending ending, int openTasks, int failedTasks, ExecutionStatus expected) {
        assertThat(ExecutionOutcome.after(present, ending, openTasks, failedTasks))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void the_outcome_is_a_status_that_may_follow(ExecutionStatus present) {
        for (Ending ending : Ending.values()) {
            ExecutionStatus next = ExecutionOutcome.after(present, ending, 0, 0);
            assertThat(next == present || present.canBecome(next)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_terminal_execution_stays_as_it_is(ExecutionStatus present) {
        if (present.isTerminal()) {
            assertThat(ExecutionOutcome.after(present, Ending.CANCELLED, 0, 7)).isEqualTo(present);
        }
    }

    @Test
    void negative_counts_are_refused() {
        assertThatThrownBy(() -> ExecutionOutcome.after(ExecutionStatus.RUNNING, null, -1, 0))
                .hasMessageContaining("-1 open tasks");
        assertThatThrownBy(() -> ExecutionOutcome.after(ExecutionStatus.RUNNING, null, 0, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
