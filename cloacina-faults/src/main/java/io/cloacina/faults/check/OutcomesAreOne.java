package io.cloacina.faults.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.cloacina.domain.execution.EventKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** I1: of each task and of each execution one outcome is recorded, and not two. */
final class OutcomesAreOne implements Check {

    private static final Set<EventKind> OUTCOMES = EnumSet.of(
            EventKind.EXECUTION_COMPLETED,
            EventKind.EXECUTION_FAILED,
            EventKind.EXECUTION_CANCELLED,
            EventKind.TASK_COMPLETED,
            EventKind.TASK_FAILED,
            EventKind.TASK_ABANDONED,
            EventKind.TASK_SKIPPED,
            EventKind.TASK_CANCELLED);

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.stored().history().stream()
                .filter(event -> OUTCOMES.contains(event.kind()))
                .collect(groupingBy(event -> event.execution() + "/" + event.task(), counting()))
                .entrySet()
                .stream()
                .filter(outcomes -> outcomes.getValue() > 1)
                .map(outcomes -> outcomes.getValue() + " outcomes of " + outcomes.getKey());
    }
}
