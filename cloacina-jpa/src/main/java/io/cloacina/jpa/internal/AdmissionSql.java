package io.cloacina.jpa.internal;

/** How executions come in. An id or idempotency key that is there already wins; children exist for winners only. */
final class AdmissionSql {

    // Rows come sorted by key, so that two transactions that insert the same keys wait for each other in one order.
    static final String ADMIT = """
            insert into {schema}workflow_executions (id, definition_id, status, idempotency_key, input_digest, priority,
                open_tasks, failed_tasks, timeout_at, created_at, updated_at)
            select r.id, r.definition, 'PENDING', r.idempotency_key, r.input_digest, r.priority,
                (select count(*) from {schema}workflow_tasks as t where t.definition_id = r.definition),
                0, {after: r.timeout}, {now}, {now}
            from {rows: id uuid, definition uuid, idempotency_key text, input_digest text, priority int, timeout long} as r
            where true
            on conflict do nothing
            returning id""";

    // A statement of its own: the one that lost the race for a key cannot see the winner's row yet.
    static final String ADMITTED_BEFORE = """
            select r.id, e.id, e.input_digest
            from {rows: id uuid, idempotency_key text} as r
            cross join {schema}workflow_executions as e
            where e.idempotency_key = r.idempotency_key
            union all
            select r.id, e.id, e.input_digest
            from {rows: id uuid, idempotency_key text} as r
            cross join {schema}workflow_executions as e
            where e.id = r.id""";

    // What depends on nothing is ready, and due now.
    static final String ADMIT_TASKS = """
            insert into {schema}task_executions (execution_id, ordinal, definition_id, status, claimable, priority, due_at,
                open_dependencies, unsuccessful_dependencies, attempt, recovery_attempts, claim_epoch,
                created_at, updated_at)
            select r.id, t.ordinal, r.definition,
                case when t.open_dependencies = 0 then 'READY' else 'NOT_STARTED' end,
                t.open_dependencies = 0, r.priority,
                case when t.open_dependencies = 0 then {now} end,
                t.open_dependencies, 0, 1, 0, 0, {now}, {now}
            from {rows: id uuid, definition uuid, priority int} as r
            join {schema}workflow_tasks as t on t.definition_id = r.definition""";

    private AdmissionSql() {}
}
