package io.cloacina.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.StateMachineDocument.Arrow;
import io.cloacina.domain.execution.StateMachineDocument.EventArrow;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateMachineDocumentTest {

    private static final String POINT = "[*]";

    private final StateMachineDocument document = StateMachineDocument.read();

    @Test
    void there_is_one_diagram_for_tasks_and_one_for_executions() {
        assertThat(document.diagrams()).hasSize(2);
    }

    @Test
    void the_diagram_of_tasks_has_exactly_the_arrows_of_the_code() {
        Set<Arrow> expected = new HashSet<>(Set.of(new Arrow(POINT, "NOT_STARTED"), new Arrow(POINT, "READY")));
        for (TaskStatus status : TaskStatus.values()) {
            status.successors().forEach(next -> expected.add(new Arrow(status.name(), next.name())));
            if (status.isTerminal()) {
                expected.add(new Arrow(status.name(), POINT));
            }
        }
        assertThat(document.diagrams().get(0).arrows()).isEqualTo(expected);
    }

    @Test
    void the_diagram_of_executions_has_exactly_the_arrows_of_the_code() {
        Set<Arrow> expected = new HashSet<>(Set.of(new Arrow(POINT, "PENDING")));
        for (ExecutionStatus status : ExecutionStatus.values()) {
            status.successors().forEach(next -> expected.add(new Arrow(status.name(), next.name())));
            if (status.isTerminal()) {
                expected.add(new Arrow(status.name(), POINT));
            }
        }
        assertThat(document.diagrams().get(1).arrows()).isEqualTo(expected);
    }

    @Test
    void the_table_of_events_has_exactly_the_rows_of_the_code() {
        Set<EventArrow> expected = new HashSet<>();
        Arrays.stream(EventKind.values()).filter(EventKind::isOfTask).forEach(event -> {
            for (TaskStatus before : TaskStatus.values()) {
                Optional<TaskStatus> after = History.after(before, event);
                after.ifPresent(next -> expected.add(new EventArrow(event.name(), before.name(), next.name())));
            }
        });
        assertThat(document.eventArrows()).isEqualTo(expected);
    }
}
