package io.cloacina.adapter.postgres;

/**
 * Several moments in one trip to the server, for which PostgreSQL has statements that change more than one table.
 *
 * <p>All parts of such a statement see the state before it: what one part tells another goes by what it returns.
 */
final class CombinedStatements {

    /**
     * Rows come sorted by key, as for the insert alone. Which of them have become executions is looked up in a hash table: that is
     * what "is true" is for, without which the planner, who expects one row, would compare each with each.
     */
    static final String ADMIT_WHOLE = """
            with given as materialized (
                select r.*
                from {rows: id uuid, definition uuid, idempotency_key text, input_digest text, priority int, timeout long,
                    writer int, keys json, written json} as r
            ), created as (
                insert into {schema}workflow_executions (id, definition_id, status, idempotency_key, input_digest, priority,
                    open_tasks, failed_tasks, timeout_at, created_at, updated_at)
                select r.id, r.definition, 'PENDING', r.idempotency_key, r.input_digest, r.priority,
                    (select count(*) from {schema}workflow_tasks as t where t.definition_id = r.definition),
                    0, {after: r.timeout}, {now}, {now}
                from given as r
                on conflict do nothing
                returning id, definition_id, priority
            ), tasks as (
                insert into {schema}task_executions (execution_id, ordinal, definition_id, status, claimable, priority,
                    due_at, open_dependencies, unsuccessful_dependencies, attempt, recovery_attempts, claim_epoch,
                    created_at, updated_at)
                select c.id, t.ordinal, c.definition_id,
                    case when t.open_dependencies = 0 then 'READY' else 'NOT_STARTED' end,
                    t.open_dependencies = 0, c.priority,
                    case when t.open_dependencies = 0 then {now} end,
                    t.open_dependencies, 0, 1, 0, 0, {now}, {now}
                from created as c
                join {schema}workflow_tasks as t on t.definition_id = c.definition_id
            ), contexts as (
                insert into {schema}task_contexts (execution_id, writer, keys, written, created_at)
                select r.id, r.writer, r.keys, r.written, {now}
                from given as r
                where (r.id in (select c.id from created as c)) is true
            )
            select c.id
            from created as c""";

    /** {@code %s} is the claim. An execution whose row somebody holds is changing its life and will settle its status. */
    static final String CLAIM_AND_START = """
            with claimed as (
                %s
            ), started as (
                update {schema}workflow_executions as e
                set status = 'RUNNING',
                    started_at = coalesce(e.started_at, {now})
                where e.id = any (array(
                    select p.id
                    from {schema}workflow_executions as p
                    where p.id = any (array(select c.execution_id from claimed as c))
                        and p.status = 'PENDING'
                    order by p.id
                    {skip locked}))
                returning e.id
            )
            select c.*, (c.execution_id in (select s.id from started as s)) is true
            from claimed as c""";

    private CombinedStatements() {}
}
