package io.cloacina.jpa.internal;

/** The history, as it is read. */
final class HistorySql {

    static final String OF = """
            select e.execution_id, e.sequence, e.created_at, e.kind, e.task_ordinal, e.epoch, e.attempt, e.worker, e.detail
            from {rows: id uuid} as r
            cross join {schema}execution_events as e
            where e.execution_id = r.id
                and e.sequence > ?2
            order by e.sequence
            limit ?3""";

    private HistorySql() {}
}
