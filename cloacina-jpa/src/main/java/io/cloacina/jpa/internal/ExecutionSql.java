package io.cloacina.jpa.internal;

/**
 * Executions as a whole, and their history. Whether one is open is told by the time of its end and not by its status: the
 * status has an index of its own, which SQLite would take for the better way in.
 */
final class ExecutionSql {

    // Alone and first in its transaction: what follows sees what the former holder of the lock committed.
    static final String LOCK = """
            select e.id, e.definition_id, e.status, e.ending, e.open_tasks, e.failed_tasks
            from {schema}workflow_executions as e
            where e.id in (select r.id from {rows: id uuid} as r)
            order by e.id
            {lock}""";

    // A terminal status is left never. Times of start and end are set once.
    static final String SETTLE = """
            update {schema}workflow_executions as e
            set status = r.status,
                open_tasks = r.open,
                failed_tasks = r.failed,
                ending = r.ending,
                reason = coalesce(r.reason, e.reason),
                updated_at = {now},
                started_at = case
                    when e.started_at is null and r.status <> 'PENDING' then {now}
                    else e.started_at
                end,
                completed_at = case when r.status in ('COMPLETED', 'FAILED', 'CANCELLED') then {now} end
            from {rows: id uuid, status text, open int, failed int, ending text, reason text} as r
            where e.id = r.id
                and e.completed_at is null""";

    // Writes only what changes: a sweep may say the same again and again.
    static final String PARK = """
            update {schema}workflow_executions as e
            set parked_reason = ?2,
                updated_at = {now}
            where e.id in (select r.id from {rows: id uuid} as r)
                and e.completed_at is null
                and e.parked_reason is distinct from ?2
            returning id""";

    static final String RECORD = """
            insert into {schema}execution_events (execution_id, kind, task_ordinal, epoch, attempt, worker, detail,
                created_at)
            select r.execution, r.kind, r.task, r.epoch, r.attempt, r.worker, r.detail, {now}
            from {rows: execution uuid, kind text, task int, epoch int, attempt int, worker text, detail text} as r""";

    private static final String COLUMNS = """
            select e.id, e.definition_id, d.name, d.version, e.status, e.ending, e.idempotency_key, e.input_digest,
                e.priority, e.open_tasks, e.failed_tasks, e.reason, e.parked_reason, e.timeout_at, e.created_at,
                e.updated_at, e.started_at, e.completed_at""";

    static final String BY_ID = COLUMNS + """

            from {rows: id uuid} as r
            cross join {schema}workflow_executions as e
            cross join {schema}workflow_definitions as d
            where e.id = r.id
                and d.id = e.definition_id
            order by e.id""";

    static final String WITH_TASKS = COLUMNS + ",\n" + TaskSql.COLUMNS + """

            from {rows: id uuid} as r
            cross join {schema}workflow_executions as e
            cross join {schema}workflow_definitions as d
            left join {schema}task_executions as t
                on t.execution_id = e.id
            left join {schema}workflow_tasks as n
                on n.definition_id = t.definition_id
                    and n.ordinal = t.ordinal
            where e.id = r.id
                and d.id = e.definition_id
            order by t.ordinal""";

    static final String OVERDUE = """
            select e.id
            from {schema}workflow_executions as e
            where e.timeout_at <= {now}
                and e.timeout_at is not null
                and e.ending is null
                and e.completed_at is null
            order by e.timeout_at
            limit ?1""";

    // Definition by definition, so that the index of the open ones gives the first ones of each and no more are read.
    static final String OPEN_PARKED = """
            select e.id
            from {rows: id uuid} as r
            cross join {schema}workflow_executions as e
            where e.id in (
                select q.id
                from {schema}workflow_executions as q
                where q.definition_id = r.id
                    and q.completed_at is null
                    and q.parked_reason is not null
                order by q.id
                limit ?2)
            order by e.id
            limit ?2""";

    static final String OPEN_UNPARKED = """
            select e.id
            from {rows: id uuid} as r
            cross join {schema}workflow_executions as e
            where e.id in (
                select q.id
                from {schema}workflow_executions as q
                where q.definition_id = r.id
                    and q.completed_at is null
                    and q.parked_reason is null
                order by q.id
                limit ?2)
            order by e.id
            limit ?2""";

    private ExecutionSql() {}
}
