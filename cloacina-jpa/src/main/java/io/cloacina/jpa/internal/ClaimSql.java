package io.cloacina.jpa.internal;

/** Claims, leases, and what there is to do next. */
final class ClaimSql {

    // The first tasks of each definition come straight from the claim's index, and the best of those are taken: a
    // backlog of definitions that this worker cannot serve is never looked at. SQLite takes the sides of a cross join
    // in their order; with statistics of a small table it would else begin with all tasks, and keep to that when there
    // are a million.
    static final String CLAIM = """
            update {schema}task_executions as t
            set status = 'RUNNING',
                claimable = false,
                claim_epoch = t.claim_epoch + 1,
                claimed_by = ?2,
                lease_until = {after: ?4},
                updated_at = {now},
                started_at = {now}
            where (t.execution_id, t.ordinal) in (
                select c.execution_id, c.ordinal
                from {rows: id uuid} as r
                cross join {schema}task_executions as c
                where (c.execution_id, c.ordinal) in (
                    select q.execution_id, q.ordinal
                    from {schema}task_executions as q
                    where q.claimable
                        and q.definition_id = r.id
                    order by q.priority desc, q.due_at, q.execution_id, q.ordinal
                    limit ?3)
                order by c.priority desc, c.due_at, c.execution_id, c.ordinal
                limit ?3)
            returning execution_id, ordinal, claim_epoch, definition_id, attempt, recovery_attempts,
                priority, due_at""";

    // Waits for nobody: whoever holds the row is changing the life of this execution and will settle its status.
    static final String START = """
            update {schema}workflow_executions as e
            set status = 'RUNNING',
                updated_at = {now},
                started_at = coalesce(e.started_at, {now})
            where e.id in (
                select p.id
                from {schema}workflow_executions as p
                where p.id in (select r.id from {rows: id uuid} as r)
                    and p.status = 'PENDING'
                order by p.id
                {skip locked})
            returning id""";

    // What is held at all is in the index of the leases, whose order leads the way to it.
    static final String CLAIMS_OF = """
            select t.execution_id, t.ordinal, t.claim_epoch, t.definition_id, t.attempt, t.recovery_attempts
            from {schema}task_executions as t
            where t.status = 'RUNNING'
                and t.claimed_by = ?1
                and t.lease_until is not null
            order by t.lease_until""";

    static final String EXTEND = """
            update {schema}task_executions as t
            set lease_until = {after: ?2},
                updated_at = {now}
            from {rows: execution uuid, task int, epoch int} as r
            where t.execution_id = r.execution
                and t.ordinal = r.task
                and t.claim_epoch = r.epoch
                and t.status = 'RUNNING'
            returning execution_id, ordinal, claim_epoch,
                (select e.ending from {schema}workflow_executions as e where e.id = execution_id), true""";

    static final String PROMOTE_DUE = """
            update {schema}task_executions as t
            set claimable = true,
                updated_at = {now}
            where (t.execution_id, t.ordinal) in (
                select q.execution_id, q.ordinal
                from {schema}task_executions as q
                where q.status = 'READY'
                    and not q.claimable
                    and q.due_at <= {now}
                order by q.due_at
                limit ?1
                {skip locked})""";

    static final String EXPIRED = """
            select t.execution_id, t.ordinal, t.claim_epoch, t.definition_id, t.attempt, t.recovery_attempts
            from {schema}task_executions as t
            where t.status = 'RUNNING'
                and t.lease_until <= {now}
            order by t.lease_until
            limit ?1""";

    static final String AGENDA = """
            select
                exists (
                    select 1
                    from {rows: id uuid} as r
                    cross join {schema}task_executions as t
                    where t.definition_id = r.id
                        and t.claimable),
                {until: (
                    select min(t.due_at)
                    from {schema}task_executions as t
                    where t.status = 'READY'
                        and not t.claimable)},
                {until: (
                    select min(e.timeout_at)
                    from {schema}workflow_executions as e
                    where e.timeout_at is not null
                        and e.ending is null
                        and e.completed_at is null)}""";

    private ClaimSql() {}
}
