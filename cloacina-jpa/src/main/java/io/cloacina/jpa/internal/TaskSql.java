package io.cloacina.jpa.internal;

/** Tasks of executions that are locked. Every write is guarded by the status, those of a claim by its epoch too. */
final class TaskSql {

    // Back to READY with a later due time is not claimable yet: the index of the claim holds only what can be claimed.
    static final String END = """
            update {schema}task_executions as t
            set status = r.next,
                claimable = (r.next = 'READY' and r.due_in = 0),
                due_at = case when r.next = 'READY' then {after: r.due_in} else t.due_at end,
                attempt = t.attempt + r.attempts,
                recovery_attempts = t.recovery_attempts + r.recoveries,
                claimed_by = null,
                lease_until = null,
                reason = r.reason,
                updated_at = {now},
                completed_at = case when r.next <> 'READY' then {now} end
            from {rows: execution uuid, task int, epoch int, next text, due_in long, attempts int, recoveries int,
                only_if_expired boolean, reason text} as r
            where t.execution_id = r.execution
                and t.ordinal = r.task
                and t.claim_epoch = r.epoch
                and t.status = 'RUNNING'
                and (not r.only_if_expired or t.lease_until <= {now})
            returning execution_id, ordinal, claim_epoch""";

    static final String COUNT_DOWN = """
            update {schema}task_executions as t
            set open_dependencies = t.open_dependencies - r.ended,
                unsuccessful_dependencies = t.unsuccessful_dependencies + r.unsuccessful,
                updated_at = {now}
            from {rows: execution uuid, task int, ended int, unsuccessful int} as r
            where t.execution_id = r.execution
                and t.ordinal = r.task
                and t.status = 'NOT_STARTED'
            returning execution_id, ordinal, open_dependencies, unsuccessful_dependencies""";

    static final String STATES = """
            select t.execution_id, t.ordinal, t.status, t.claim_epoch, t.open_dependencies, t.unsuccessful_dependencies
            from {rows: execution uuid, task int} as r
            cross join {schema}task_executions as t
            where t.execution_id = r.execution
                and t.ordinal = r.task""";

    static final String SETTLE = """
            update {schema}task_executions as t
            set status = r.next,
                claimable = (r.next = 'READY'),
                due_at = case when r.next = 'READY' then {now} end,
                open_dependencies = r.open,
                unsuccessful_dependencies = r.unsuccessful,
                reason = r.reason,
                updated_at = {now},
                completed_at = case when r.next not in ('READY', 'NOT_STARTED') then {now} end
            from {rows: execution uuid, task int, next text, open int, unsuccessful int, reason text} as r
            where t.execution_id = r.execution
                and t.ordinal = r.task
                and t.status = 'NOT_STARTED'""";

    static final String CANCEL_UNSTARTED = """
            update {schema}task_executions as t
            set status = 'CANCELLED',
                claimable = false,
                reason = ?2,
                updated_at = {now},
                completed_at = {now}
            where t.execution_id in (select r.id from {rows: id uuid} as r)
                and t.status in ('NOT_STARTED', 'READY', 'WAITING')
            returning execution_id, ordinal""";

    static final String COLUMNS = """
                t.execution_id, t.ordinal, n.name, t.status, t.attempt, t.claim_epoch, t.recovery_attempts,
                t.open_dependencies, t.unsuccessful_dependencies, t.claimed_by, t.lease_until, t.due_at, t.reason,
                t.created_at, t.updated_at, t.started_at, t.completed_at""";

    static final String OF = "select " + COLUMNS + """

            from {rows: id uuid} as r
            cross join {schema}task_executions as t
            cross join {schema}workflow_tasks as n
            where t.execution_id = r.id
                and n.definition_id = t.definition_id
                and n.ordinal = t.ordinal
            order by t.execution_id, t.ordinal""";

    private TaskSql() {}
}
