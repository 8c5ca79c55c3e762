package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.RecordedEvent;
import java.util.List;

/**
 * What happened to an execution. From a statement and not from entities: a runner that must find out what became of a commit
 * asks for it, and may have neither the time nor the memory for a persistence unit.
 */
record Histories(Statements statements) {

    List<RecordedEvent> of(ExecutionId id, long after, int limit) {
        return statements
                .select(
                        StoreStatement.HISTORY_OF,
                        List.of(id),
                        (row, execution) -> row.id("id", execution),
                        after,
                        limit)
                .stream()
                .map(Histories::event)
                .toList();
    }

    private static RecordedEvent event(Row row) {
        return new RecordedEvent(
                row.number(1),
                row.instant(2),
                new ExecutionEvent(
                        row.execution(0),
                        row.word(3, WordColumn.EVENT_KIND),
                        row.integerOrNull(4),
                        row.integer(5),
                        row.integer(6),
                        row.text(7),
                        row.textOrNull(8)));
    }
}
