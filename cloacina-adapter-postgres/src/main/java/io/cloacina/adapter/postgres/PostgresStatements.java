package io.cloacina.adapter.postgres;

import io.cloacina.jpa.StoreStatement;
import io.cloacina.jpa.StoreStatements;

/**
 * The statements that PostgreSQL must be told differently: those that choose rows and lock
 * them, and those that choose the first of each definition.
 *
 * <p>The rows are chosen in an array, which is computed first and once, and found again by their place in the table ({@code
 * ctid}), which cannot change while they are locked. The more obvious {@code (execution_id, ordinal) in (select … limit ?)},
 * planned once for every limit, expects a tenth of the table and scans all of it.
 */
final class PostgresStatements {

    /**
     * The first tasks of each definition come straight from the claim's index, and the best of those are taken: a backlog of
     * definitions that this worker cannot serve is never looked at. Each definition gives up to the limit, locked, so that two
     * workers never fight for the same first ones; what is not taken is free again at commit.
     *
     * <p>The index keeps an entry of each task that was claimed until it is vacuumed, which is never while any transaction of
     * whomever stays open: what lies behind the given place is therefore not even looked at.
     */
    private static final String CLAIM = """
            update {schema}task_executions as t
            set status = 'RUNNING',
                claimable = false,
                claim_epoch = t.claim_epoch + 1,
                claimed_by = ?2,
                lease_until = {after: ?4},
                started_at = {now}
            where t.status = 'READY'
                and t.ctid = any (array(
                    select c.ctid
                    from {rows: id uuid, priority int, since long} as r
                    cross join lateral (
                        with higher as (
                            select q.ctid, q.priority, q.due_at, q.execution_id, q.ordinal
                            from {schema}task_executions as q
                            where q.claimable
                                and q.definition_id = r.id
                                and q.priority > coalesce(r.priority, -2147483648)
                            order by q.priority desc, q.due_at, q.execution_id, q.ordinal
                            limit ?3
                            {skip locked}
                        ), same as (
                            select q.ctid, q.priority, q.due_at, q.execution_id, q.ordinal
                            from {schema}task_executions as q
                            where q.claimable
                                and q.definition_id = r.id
                                and q.priority = coalesce(r.priority, -2147483648)
                                and q.due_at >= timestamptz 'epoch' + coalesce(r.since, 0) * interval '1 microsecond'
                            order by q.due_at, q.execution_id, q.ordinal
                            limit ?3 - (select count(*) from higher)
                            {skip locked}
                        ), lower as (
                            select q.ctid, q.priority, q.due_at, q.execution_id, q.ordinal
                            from {schema}task_executions as q
                            where q.claimable
                                and q.definition_id = r.id
                                and q.priority < coalesce(r.priority, -2147483648)
                            order by q.priority desc, q.due_at, q.execution_id, q.ordinal
                            limit ?3 - (select count(*) from higher) - (select count(*) from same)
                            {skip locked}
                        )
                        select * from higher
                        union all
                        select * from same
                        union all
                        select * from lower) as c
                    order by c.priority desc, c.due_at, c.execution_id, c.ordinal
                    limit ?3))
            returning t.execution_id, t.ordinal, t.claim_epoch, t.definition_id, t.attempt, t.recovery_attempts,
                t.priority, t.due_at""";

    /** While work abounds something is seen at the place of the last claim; only then is nobody to look at what lies behind. */
    private static final String AGENDA = """
            select
                case
                    when exists (
                        select 1
                        from {rows: id uuid, priority int, since long} as r
                        cross join {schema}task_executions as t
                        where t.definition_id = r.id
                            and t.claimable
                            and t.priority = r.priority
                            and t.due_at >= timestamptz 'epoch' + r.since * interval '1 microsecond')
                    then true
                    else exists (
                        select 1
                        from {rows: id uuid} as r
                        cross join {schema}task_executions as t
                        where t.definition_id = r.id
                            and t.claimable)
                end,
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

    private static final String PROMOTE_DUE = """
            update {schema}task_executions as t
            set claimable = true
            where t.status = 'READY'
                and t.ctid = any (array(
                    select q.ctid
                    from {schema}task_executions as q
                    where q.status = 'READY'
                        and not q.claimable
                        and q.due_at <= {now}
                    order by q.due_at
                    limit ?1
                    {skip locked}))""";

    /** Definition by definition: a history of a million that matches nothing would else be read in the order of ids. */
    private static final String OPEN_PARKED = """
            select c.id
            from {rows: id uuid} as r
            cross join lateral (
                select e.id
                from {schema}workflow_executions as e
                where e.definition_id = r.id
                    and e.completed_at is null
                    and e.status in ('PENDING', 'RUNNING', 'PAUSED')
                    and e.parked_reason is not null
                order by e.id
                limit ?2) as c
            order by c.id
            limit ?2""";

    private static final String OPEN_UNPARKED = """
            select c.id
            from {rows: id uuid} as r
            cross join lateral (
                select e.id
                from {schema}workflow_executions as e
                where e.definition_id = r.id
                    and e.completed_at is null
                    and e.status in ('PENDING', 'RUNNING', 'PAUSED')
                    and e.parked_reason is null
                order by e.id
                limit ?2) as c
            order by c.id
            limit ?2""";

    /**
     * Rows that a transaction holds, because it ends them, are passed over: a heartbeat that waited for them could wait in a
     * circle. Whether they are held still is told by the snapshot, which the update does not change.
     */
    private static final String EXTEND = """
            with beaten as (
                select t.execution_id, t.ordinal, t.claim_epoch
                from {rows: execution uuid, task int, epoch int} as r
                join {schema}task_executions as t on t.execution_id = r.execution and t.ordinal = r.task
                where t.claim_epoch = r.epoch
                    and t.status = 'RUNNING'
            ), free as (
                select t.ctid as place
                from beaten as b
                join {schema}task_executions as t on t.execution_id = b.execution_id and t.ordinal = b.ordinal
                where t.claim_epoch = b.claim_epoch
                    and t.status = 'RUNNING'
                for no key update of t skip locked
            ), extended as (
                update {schema}task_executions as t
                set lease_until = {after: ?2}
                where t.ctid = any (array(select f.place from free as f))
                returning t.execution_id, t.ordinal
            )
            select b.execution_id, b.ordinal, b.claim_epoch, e.ending, x.ordinal is not null
            from beaten as b
            join {schema}workflow_executions as e on e.id = b.execution_id
            left join extended as x on x.execution_id = b.execution_id and x.ordinal = b.ordinal""";

    private PostgresStatements() {}

    static StoreStatements all() {
        StoreStatements parts = StoreStatements.portable()
                .with(StoreStatement.CLAIM, CLAIM)
                .with(StoreStatement.AGENDA, AGENDA)
                .with(StoreStatement.PROMOTE_DUE, PROMOTE_DUE)
                .with(StoreStatement.EXTEND, EXTEND)
                .with(StoreStatement.OPEN_PARKED, OPEN_PARKED)
                .with(StoreStatement.OPEN_UNPARKED, OPEN_UNPARKED);
        return parts.with(StoreStatement.ADMIT_WHOLE, CombinedStatements.admitWhole(parts))
                .with(StoreStatement.CLAIM_AND_START, CombinedStatements.claimAndStart(parts));
    }
}
