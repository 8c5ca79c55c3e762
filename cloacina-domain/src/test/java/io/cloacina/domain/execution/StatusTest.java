package io.cloacina.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {

    @ParameterizedTest
    @EnumSource
    void a_task_status_is_terminal_exactly_if_it_has_no_successor(TaskStatus status) {
        assertThat(status.isTerminal()).isEqualTo(status.successors().isEmpty());
        assertThat(status.canBecome(status)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void an_execution_status_is_terminal_exactly_if_it_has_no_successor(ExecutionStatus status) {
        assertThat(status.isTerminal()).isEqualTo(status.successors().isEmpty());
        assertThat(status.canBecome(status)).isFalse();
    }

    @Test
    void names_are_read_back() {
        assertThat(TaskStatus.parse("NOT_STARTED")).isEqualTo(TaskStatus.NOT_STARTED);
        assertThat(ExecutionStatus.parse("PAUSED")).isEqualTo(ExecutionStatus.PAUSED);
        assertThat(Ending.parse("TIMED_OUT")).isEqualTo(Ending.TIMED_OUT);
        assertThat(EventKind.parse("TASK_READY")).isEqualTo(EventKind.TASK_READY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ready", "Ready", " READY", "READY ", "QUEUED"})
    void an_unknown_text_is_an_error_and_never_a_default(String text) {
        assertThatThrownBy(() -> TaskStatus.parse(text))
                .isInstanceOf(UnknownStateException.class)
                .hasMessageContaining("unknown task status: '" + text + "'")
                .hasMessageContaining("NOT_STARTED, READY");
        assertThatThrownBy(() -> ExecutionStatus.parse(text)).isInstanceOf(UnknownStateException.class);
        assertThatThrownBy(() -> Ending.parse(text)).isInstanceOf(UnknownStateException.class);
        assertThatThrownBy(() -> EventKind.parse(text)).isInstanceOf(UnknownStateException.class);
    }

    @Test
    void a_damaged_text_makes_a_short_and_printable_message() {
        assertThatThrownBy(() -> TaskStatus.parse("\u0000\n" + "x".repeat(10_000)))
                .hasMessageContaining("'??xxx")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
    }
}
