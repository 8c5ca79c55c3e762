-- Executions and their tasks: the rows that change. Payload lives elsewhere, so that a change of status moves few bytes.

-- Kept by the database, so that also rows changed by hand say when. Everything is qualified: no search path is trusted.
create function ${schema}touch_updated_at() returns trigger
    language plpgsql
as $$
begin
    new.updated_at := pg_catalog.clock_timestamp();
    return new;
end
$$;

create table ${schema}workflow_executions (
    id uuid not null default gen_random_uuid(),
    definition_id uuid not null,
    status text not null default 'PENDING',
    ending text,
    idempotency_key text,
    input_digest text not null,
    priority integer not null default 0,
    queue text not null default 'default',
    open_tasks integer not null,
    failed_tasks integer not null default 0,
    reason text,
    parked_reason text,
    timeout_at timestamptz,
    created_at timestamptz not null default current_timestamp,
    updated_at timestamptz not null default current_timestamp,
    started_at timestamptz,
    completed_at timestamptz,
    constraint workflow_executions_pk primary key (id),
    constraint workflow_executions_definition foreign key (definition_id) references ${schema}workflow_definitions (id),
    constraint workflow_executions_status
        check (status in ('PENDING', 'RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    constraint workflow_executions_ending check (ending in ('CANCELLED', 'TIMED_OUT')),
    constraint workflow_executions_open_tasks check (open_tasks >= 0),
    constraint workflow_executions_failed_tasks check (failed_tasks >= 0)
) with (fillfactor = 80);

-- One execution per key, from however many processes; most executions have none and cost no entry.
create unique index workflow_executions_idempotency_key
    on ${schema}workflow_executions (idempotency_key)
    where idempotency_key is not null;

-- What the sweep asks: whose time-out has passed.
create index workflow_executions_timeout
    on ${schema}workflow_executions (timeout_at)
    where completed_at is null and ending is null and timeout_at is not null;

-- What a person asks: the newest of one workflow; the newest that went wrong, which are few. Those of other statuses are found
-- among the newest of all. (An index on the status itself would be taken for the way to one execution of that status.)
create index workflow_executions_by_definition on ${schema}workflow_executions (definition_id, id);

create index workflow_executions_unsuccessful
    on ${schema}workflow_executions (id)
    where status in ('FAILED', 'CANCELLED');

-- What a runner asks: which open ones it cannot serve, and which parked ones it could. An open one is told twice over, by the
-- time of its end and by its status: a statement that names one execution and only one of the two must not come this way.
create index workflow_executions_open
    on ${schema}workflow_executions (definition_id, id)
    where completed_at is null and status in ('PENDING', 'RUNNING', 'PAUSED');

create index workflow_executions_parked
    on ${schema}workflow_executions (definition_id, id)
    where completed_at is null and status in ('PENDING', 'RUNNING', 'PAUSED') and parked_reason is not null;

create trigger workflow_executions_touch
    before update on ${schema}workflow_executions
    for each row execute function ${schema}touch_updated_at();

create table ${schema}task_executions (
    execution_id uuid not null,
    ordinal integer not null,
    definition_id uuid not null,
    status text not null default 'NOT_STARTED',
    claimable boolean not null default false,
    priority integer not null default 0,
    queue text not null default 'default',
    due_at timestamptz,
    open_dependencies integer not null,
    unsuccessful_dependencies integer not null default 0,
    attempt integer not null default 1,
    recovery_attempts integer not null default 0,
    claim_epoch integer not null default 0,
    claimed_by text,
    lease_until timestamptz,
    reason text,
    created_at timestamptz not null default current_timestamp,
    updated_at timestamptz not null default current_timestamp,
    started_at timestamptz,
    completed_at timestamptz,
    constraint task_executions_pk primary key (execution_id, ordinal),
    constraint task_executions_execution foreign key (execution_id) references ${schema}workflow_executions (id),
    constraint task_executions_task foreign key (definition_id, ordinal)
        references ${schema}workflow_tasks (definition_id, ordinal),
    constraint task_executions_status check (
        status in ('NOT_STARTED', 'READY', 'RUNNING', 'WAITING', 'COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED')),
    constraint task_executions_claimable check (not claimable or status = 'READY'),
    constraint task_executions_open_dependencies check (open_dependencies >= 0),
    constraint task_executions_unsuccessful_dependencies check (unsuccessful_dependencies >= 0),
    constraint task_executions_attempt check (attempt >= 1),
    constraint task_executions_recovery_attempts check (recovery_attempts >= 0),
    constraint task_executions_claim_epoch check (claim_epoch >= 0)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- The claim: holds exactly what can be claimed now, in the order in which it is claimed, workflow by workflow.
create index task_executions_claim
    on ${schema}task_executions (definition_id, priority desc, due_at, execution_id, ordinal)
    where claimable;

-- What waits for its time: moved into the index above when it is due.
create index task_executions_due
    on ${schema}task_executions (due_at)
    where status = 'READY' and not claimable;

-- The leases: what the sweep looks at, and what a worker holds. Told by the lease and not by the status, so that nobody
-- mistakes it for the way to one running task: that is the primary key.
create index task_executions_leases
    on ${schema}task_executions (lease_until)
    where lease_until is not null;

create trigger task_executions_touch
    before update on ${schema}task_executions
    for each row execute function ${schema}touch_updated_at();
