package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunnerListenerTest {

    private static final ExecutionId ID = ExecutionId.of("0193513c-0000-7000-8000-000000000001");

    /** Writes down which of its methods was called. */
    private static final class Recording implements RunnerListener {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void executionSubmitted(TransitionEvent event) {
            calls.add("submitted");
        }

        @Override
        public void executionEnded(TransitionEvent event) {
            calls.add("execution ended");
        }

        @Override
        public void taskStarted(TransitionEvent event) {
            calls.add("started");
        }

        @Override
        public void taskRetried(TransitionEvent event) {
            calls.add("retried");
        }

        @Override
        public void taskEnded(TransitionEvent event) {
            calls.add("task ended");
        }
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void every_kind_reaches_at_most_one_particular_method(EventKind kind) {
        Recording listener = new Recording();
        listener.onEvent(event(kind));

        assertThat(listener.calls).isEqualTo(expected(kind));
        assertThatCode(() -> RunnerListener.NONE.onEvent(event(kind))).doesNotThrowAnyException();
    }

    private static List<String> expected(EventKind kind) {
        return switch (kind) {
            case EXECUTION_SUBMITTED -> List.of("submitted");
            case EXECUTION_COMPLETED, EXECUTION_FAILED, EXECUTION_CANCELLED -> List.of("execution ended");
            case TASK_CLAIMED -> List.of("started");
            case TASK_RETRY_SCHEDULED -> List.of("retried");
            case TASK_COMPLETED, TASK_FAILED, TASK_ABANDONED, TASK_SKIPPED, TASK_CANCELLED -> List.of("task ended");
            default -> List.of();
        };
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void an_event_names_a_task_exactly_if_its_kind_is_of_one(EventKind kind) {
        Optional<String> wrong = kind.isOfTask() ? Optional.empty() : Optional.of("charge");

        assertThatThrownBy(() -> new TransitionEvent(ID, "orders", kind, wrong, 0, Optional.empty(), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(kind.name());
    }

    @Test
    void attempts_are_not_negative() {
        assertThatThrownBy(() -> new TransitionEvent(
                        ID, "orders", EventKind.TASK_CLAIMED, Optional.of("a"), -1, Optional.empty(), Instant.EPOCH))
                .hasMessage("attempt must not be negative: -1");
    }

    private static TransitionEvent event(EventKind kind) {
        Optional<String> task = kind.isOfTask() ? Optional.of("charge") : Optional.empty();
        return new TransitionEvent(ID, "orders", kind, task, 1, Optional.empty(), Instant.EPOCH);
    }
}
