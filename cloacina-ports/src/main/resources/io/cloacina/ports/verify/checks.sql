-- The invariants of a Cloacina database, as queries that find what contradicts them: no row on a good history.
-- They run on PostgreSQL and SQLite alike, on any one snapshot, also of a database at work, and change nothing. Each begins
-- with a line "-- <id>: <invariant>" and ends with a semicolon. Ids never change meaning. Rows name executions, tasks and
-- events by their ids and numbers, and never show what users gave: contexts, keys, reasons. Q3 (nothing acknowledged is
-- missing) needs the caller's own journal and Q5 belongs to schedules, so neither is here.
-- {schema} stands for what is written before a table's name, {until: t} for the microseconds until a time.

-- Q1: a task ends at most once
select execution_id, task_ordinal
  from {schema}execution_events
 where kind in ('TASK_COMPLETED', 'TASK_FAILED', 'TASK_ABANDONED', 'TASK_SKIPPED', 'TASK_CANCELLED')
 group by execution_id, task_ordinal
having count(*) > 1;

-- Q1b: the row of a task and its history agree about its end
with last_ends as (
  select execution_id, task_ordinal, max(kind) as kind
    from {schema}execution_events
   where kind in ('TASK_COMPLETED', 'TASK_FAILED', 'TASK_ABANDONED', 'TASK_SKIPPED', 'TASK_CANCELLED')
   group by execution_id, task_ordinal
)
select t.execution_id, t.ordinal, t.status, e.kind
  from {schema}task_executions t
  left join last_ends e
    on e.execution_id = t.execution_id
   and e.task_ordinal = t.ordinal
 where coalesce(e.kind, '-') <> case t.status
         when 'COMPLETED' then 'TASK_COMPLETED'
         when 'FAILED' then 'TASK_FAILED'
         when 'SKIPPED' then 'TASK_SKIPPED'
         when 'CANCELLED' then 'TASK_CANCELLED'
         else '-'
       end
   and not (t.status = 'FAILED' and coalesce(e.kind, '-') = 'TASK_ABANDONED');

-- Q2: no task is claimed before all its dependencies have ended
with ends as (
  select execution_id, task_ordinal, min(sequence) as sequence
    from {schema}execution_events
   where kind in ('TASK_COMPLETED', 'TASK_FAILED', 'TASK_ABANDONED', 'TASK_SKIPPED', 'TASK_CANCELLED')
   group by execution_id, task_ordinal
), claims as (
  select execution_id, task_ordinal, min(sequence) as sequence
    from {schema}execution_events
   where kind = 'TASK_CLAIMED'
   group by execution_id, task_ordinal
)
select t.execution_id, t.ordinal, d.depends_on
  from claims c
  join {schema}task_executions t
    on t.execution_id = c.execution_id
   and t.ordinal = c.task_ordinal
  join {schema}workflow_dependencies d
    on d.definition_id = t.definition_id
   and d.ordinal = t.ordinal
  left join ends e
    on e.execution_id = t.execution_id
   and e.task_ordinal = d.depends_on
 where e.sequence is null
    or e.sequence > c.sequence;

-- Q4: nothing is written under an epoch after a higher one was granted
select execution_id, task_ordinal, epoch, sequence
  from (
    select execution_id, task_ordinal, epoch, sequence, kind,
           max(case when kind = 'TASK_CLAIMED' then epoch else 0 end)
             over (partition by execution_id, task_ordinal order by sequence) as granted
      from {schema}execution_events
     where task_ordinal is not null
  ) events
 where epoch > 0
   and epoch < granted;

-- Q6: exactly the completed tasks, and every start, have a context
select e.id as execution_id, -1 as writer
  from {schema}workflow_executions e
  left join {schema}task_contexts c
    on c.execution_id = e.id
   and c.writer = -1
 where c.execution_id is null
union all
select t.execution_id, t.ordinal
  from {schema}task_executions t
  left join {schema}task_contexts c
    on c.execution_id = t.execution_id
   and c.writer = t.ordinal
 where (t.status = 'COMPLETED') <> (c.execution_id is not null)
union all
select c.execution_id, c.writer
  from {schema}task_contexts c
  left join {schema}task_executions t
    on t.execution_id = c.execution_id
   and t.ordinal = c.writer
 where c.writer <> -1
   and t.execution_id is null;

-- Q7: an execution has ended exactly when all its tasks have
select e.id as execution_id, e.status, count(t.ordinal) as tasks
  from {schema}workflow_executions e
  left join {schema}task_executions t
    on t.execution_id = e.id
 group by e.id, e.status
having (e.status in ('COMPLETED', 'FAILED', 'CANCELLED'))
       <> (sum(case when t.status in ('COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED') then 0 else 1 end) = 0)
    or count(t.ordinal) = 0;

-- Q7b: the end of an execution follows from its tasks and from how it was stopped
select e.id as execution_id, e.status, e.ending, e.failed_tasks
  from {schema}workflow_executions e
 where (e.status = 'COMPLETED' and (e.failed_tasks > 0 or e.ending is not null))
    or (e.status = 'FAILED' and e.failed_tasks = 0 and coalesce(e.ending, '-') <> 'TIMED_OUT')
    or (e.status in ('COMPLETED', 'FAILED', 'CANCELLED')) <> (e.completed_at is not null);

-- Q7c: the row of an execution and its history agree about its beginning and its end
with told as (
  select execution_id,
         sum(case when kind = 'EXECUTION_SUBMITTED' then 1 else 0 end) as submitted,
         sum(case when kind = 'EXECUTION_STARTED' then 1 else 0 end) as started,
         sum(case when kind in ('EXECUTION_COMPLETED', 'EXECUTION_FAILED', 'EXECUTION_CANCELLED') then 1 else 0 end)
           as ended,
         max(case when kind in ('EXECUTION_COMPLETED', 'EXECUTION_FAILED', 'EXECUTION_CANCELLED') then kind end)
           as ending
    from {schema}execution_events
   group by execution_id
)
select e.id as execution_id, e.status, h.submitted, h.started, h.ended, h.ending
  from {schema}workflow_executions e
  left join told h
    on h.execution_id = e.id
 where h.execution_id is null
    or h.submitted <> 1
    or h.started > 1
    or h.ended <> case when e.status in ('COMPLETED', 'FAILED', 'CANCELLED') then 1 else 0 end
    or (h.ended = 1 and h.ending <> 'EXECUTION_' || e.status);

-- Q8a: no task waits for dependencies that have all ended
select t.execution_id, t.ordinal
  from {schema}task_executions t
  left join {schema}workflow_dependencies d
    on d.definition_id = t.definition_id
   and d.ordinal = t.ordinal
  left join {schema}task_executions p
    on p.execution_id = t.execution_id
   and p.ordinal = d.depends_on
 where t.status = 'NOT_STARTED'
 group by t.execution_id, t.ordinal
having sum(case when p.status is null or p.status in ('COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED')
           then 0 else 1 end) = 0;

-- Q8b: exactly the running tasks have a worker and a lease, only ready ones can be claimed
select execution_id, ordinal, status, claimed_by
  from {schema}task_executions
 where (status = 'RUNNING') <> (claimed_by is not null)
    or (status = 'RUNNING') <> (lease_until is not null)
    or (status in ('COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED')) <> (completed_at is not null)
    or (status = 'READY' and due_at is null)
    or (claimable and status <> 'READY');

-- Q9: epochs, attempts and recoveries are as many as the history tells
with told as (
  select execution_id, task_ordinal,
         sum(case when kind = 'TASK_CLAIMED' then 1 else 0 end) as claims,
         sum(case when kind = 'TASK_RETRY_SCHEDULED' then 1 else 0 end) as retries,
         sum(case when kind in ('TASK_LEASE_EXPIRED', 'TASK_ABANDONED') then 1 else 0 end) as recoveries
    from {schema}execution_events
   where task_ordinal is not null
   group by execution_id, task_ordinal
)
select t.execution_id, t.ordinal, t.claim_epoch, t.attempt, t.recovery_attempts
  from {schema}task_executions t
  left join told h
    on h.execution_id = t.execution_id
   and h.task_ordinal = t.ordinal
 where t.claim_epoch <> coalesce(h.claims, 0)
    or t.attempt <> 1 + coalesce(h.retries, 0)
    or t.recovery_attempts <> coalesce(h.recoveries, 0);

-- Q10: no task is claimed again before its claim was given back or taken away
select execution_id, task_ordinal, epoch, sequence
  from (
    select execution_id, task_ordinal, epoch, sequence, kind,
           lag(kind) over (partition by execution_id, task_ordinal order by sequence) as previous
      from {schema}execution_events
     where task_ordinal is not null
  ) events
 where kind = 'TASK_CLAIMED'
   and previous not in ('TASK_READY', 'TASK_RETRY_SCHEDULED', 'TASK_RELEASED', 'TASK_LEASE_EXPIRED');

-- Q11: an idempotency key is used once
select id as execution_id
  from {schema}workflow_executions
 where idempotency_key in (
         select idempotency_key
           from {schema}workflow_executions
          where idempotency_key is not null
          group by idempotency_key
         having count(*) > 1);

-- Q12: every task goes from step to step as the state machine allows
select execution_id, task_ordinal, step, sequence
  from (
    select execution_id, task_ordinal, sequence,
           coalesce(lag(kind) over (partition by execution_id, task_ordinal order by sequence), '-')
             || ' > ' || kind as step
      from {schema}execution_events
     where task_ordinal is not null
  ) events
 where step not in (
         '- > TASK_READY',
         '- > TASK_CLAIMED',
         '- > TASK_SKIPPED',
         '- > TASK_CANCELLED',
         'TASK_READY > TASK_CLAIMED',
         'TASK_READY > TASK_CANCELLED',
         'TASK_CLAIMED > TASK_COMPLETED',
         'TASK_CLAIMED > TASK_FAILED',
         'TASK_CLAIMED > TASK_CANCELLED',
         'TASK_CLAIMED > TASK_RETRY_SCHEDULED',
         'TASK_CLAIMED > TASK_RELEASED',
         'TASK_CLAIMED > TASK_LEASE_EXPIRED',
         'TASK_CLAIMED > TASK_ABANDONED',
         'TASK_RETRY_SCHEDULED > TASK_CLAIMED',
         'TASK_RETRY_SCHEDULED > TASK_CANCELLED',
         'TASK_RELEASED > TASK_CLAIMED',
         'TASK_RELEASED > TASK_CANCELLED',
         'TASK_LEASE_EXPIRED > TASK_CLAIMED',
         'TASK_LEASE_EXPIRED > TASK_CANCELLED');

-- Q12b: a task with dependencies is said to be ready before it is claimed
with firsts as (
  select execution_id, task_ordinal, kind,
         row_number() over (partition by execution_id, task_ordinal order by sequence) as place
    from {schema}execution_events
   where task_ordinal is not null
)
select f.execution_id, f.task_ordinal
  from firsts f
  join {schema}task_executions t
    on t.execution_id = f.execution_id
   and t.ordinal = f.task_ordinal
  join {schema}workflow_tasks w
    on w.definition_id = t.definition_id
   and w.ordinal = t.ordinal
 where f.place = 1
   and f.kind = 'TASK_CLAIMED'
   and w.open_dependencies > 0;

-- Q13: the counters of an execution are those of its tasks
select e.id as execution_id, e.open_tasks, e.failed_tasks
  from {schema}workflow_executions e
  left join {schema}task_executions t
    on t.execution_id = e.id
 group by e.id, e.open_tasks, e.failed_tasks
having e.open_tasks
       <> sum(case when t.status in ('COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED') then 0 else 1 end)
    or e.failed_tasks <> sum(case when t.status = 'FAILED' then 1 else 0 end);

-- Q14: the counters of a waiting task are those of its dependencies
select t.execution_id, t.ordinal, t.open_dependencies, t.unsuccessful_dependencies
  from {schema}task_executions t
  left join {schema}workflow_dependencies d
    on d.definition_id = t.definition_id
   and d.ordinal = t.ordinal
  left join {schema}task_executions p
    on p.execution_id = t.execution_id
   and p.ordinal = d.depends_on
 where t.status = 'NOT_STARTED'
 group by t.execution_id, t.ordinal, t.open_dependencies, t.unsuccessful_dependencies
having t.open_dependencies
       <> sum(case when p.status is null or p.status in ('COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED')
              then 0 else 1 end)
    or t.unsuccessful_dependencies
       <> sum(case when p.status in ('FAILED', 'SKIPPED', 'CANCELLED') then 1 else 0 end);

-- Q15: nothing of an execution starts after it was stopped, and nothing of it happens after its end
with stops as (
  select execution_id, min(sequence) as sequence
    from {schema}execution_events
   where kind in ('EXECUTION_CANCEL_REQUESTED', 'EXECUTION_TIMED_OUT')
   group by execution_id
), ends as (
  select execution_id, min(sequence) as sequence
    from {schema}execution_events
   where kind in ('EXECUTION_COMPLETED', 'EXECUTION_FAILED', 'EXECUTION_CANCELLED')
   group by execution_id
)
select e.execution_id, e.task_ordinal, e.kind, e.sequence
  from {schema}execution_events e
  join stops s
    on s.execution_id = e.execution_id
   and e.sequence > s.sequence
 where e.kind in ('TASK_CLAIMED', 'TASK_READY')
union all
select e.execution_id, e.task_ordinal, e.kind, e.sequence
  from {schema}execution_events e
  join ends s
    on s.execution_id = e.execution_id
   and e.sequence > s.sequence
 where e.task_ordinal is not null;

-- Q16: no lease is held long after it ran out, while a runner was there for two hours
with news as (
  select max(created_at) as latest
    from {schema}execution_events
), late as (
  select t.execution_id, t.ordinal, t.claimed_by, t.lease_until
    from {schema}task_executions t
    join news n
      on n.latest > t.lease_until
   where t.status = 'RUNNING'
)
select t.execution_id, t.ordinal, t.claimed_by, e.worker as witness
  from late t
  join {schema}execution_events e
    on e.created_at > t.lease_until
 group by t.execution_id, t.ordinal, t.claimed_by, e.worker
having max({until: e.created_at}) - min({until: e.created_at}) > 7200000000;

-- Q17: every row belongs to others that are there, and every execution has the tasks of its definition
select e.id as execution_id, -1 as ordinal, 'definition' as missing
  from {schema}workflow_executions e
  left join {schema}workflow_definitions d
    on d.id = e.definition_id
 where d.id is null
union all
select e.id, w.ordinal, 'task execution'
  from {schema}workflow_executions e
  join {schema}workflow_tasks w
    on w.definition_id = e.definition_id
  left join {schema}task_executions t
    on t.execution_id = e.id
   and t.ordinal = w.ordinal
 where t.execution_id is null
union all
select t.execution_id, t.ordinal, 'execution of that definition'
  from {schema}task_executions t
  left join {schema}workflow_executions e
    on e.id = t.execution_id
   and e.definition_id = t.definition_id
 where e.id is null
union all
select t.execution_id, t.ordinal, 'task of the definition'
  from {schema}task_executions t
  left join {schema}workflow_tasks w
    on w.definition_id = t.definition_id
   and w.ordinal = t.ordinal
 where w.definition_id is null
union all
select c.execution_id, c.writer, 'execution of a context'
  from {schema}task_contexts c
  left join {schema}workflow_executions e
    on e.id = c.execution_id
 where e.id is null
union all
select v.execution_id, coalesce(v.task_ordinal, -1), 'execution of an event'
  from {schema}execution_events v
  left join {schema}workflow_executions e
    on e.id = v.execution_id
 where e.id is null
union all
select v.execution_id, v.task_ordinal, 'task of an event'
  from {schema}execution_events v
  left join {schema}task_executions t
    on t.execution_id = v.execution_id
   and t.ordinal = v.task_ordinal
 where v.task_ordinal is not null
   and t.execution_id is null;
