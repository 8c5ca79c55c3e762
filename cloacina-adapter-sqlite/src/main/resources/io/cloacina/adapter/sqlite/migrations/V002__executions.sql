-- Executions and their tasks: the rows that change. Payload lives elsewhere, so that a change of status moves few bytes.

create table workflow_executions (
    id blob not null,
    definition_id blob not null,
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
    timeout_at integer,
    created_at integer not null,
    updated_at integer not null,
    started_at integer,
    completed_at integer,
    constraint workflow_executions_pk primary key (id),
    constraint workflow_executions_definition foreign key (definition_id) references workflow_definitions (id),
    constraint workflow_executions_id check (length(id) = 16),
    constraint workflow_executions_status
        check (status in ('PENDING', 'RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    constraint workflow_executions_ending check (ending in ('CANCELLED', 'TIMED_OUT')),
    constraint workflow_executions_open_tasks check (open_tasks >= 0),
    constraint workflow_executions_failed_tasks check (failed_tasks >= 0)
) strict, without rowid;

-- One execution per key, from however many processes; most executions have none and cost no entry.
create unique index workflow_executions_idempotency_key
    on workflow_executions (idempotency_key)
    where idempotency_key is not null;

-- What the sweep asks: whose time-out has passed.
create index workflow_executions_timeout
    on workflow_executions (timeout_at)
    where completed_at is null and ending is null and timeout_at is not null;

-- What a person asks: the newest of one workflow, the newest in one status.
create index workflow_executions_by_definition on workflow_executions (definition_id, id);

create index workflow_executions_by_status on workflow_executions (status, id);

-- What a runner asks: which open ones it cannot serve, and which parked ones it could.
create index workflow_executions_open
    on workflow_executions (definition_id, id)
    where completed_at is null;

create index workflow_executions_parked
    on workflow_executions (definition_id, id)
    where completed_at is null and parked_reason is not null;

create table task_executions (
    execution_id blob not null,
    ordinal integer not null,
    definition_id blob not null,
    status text not null default 'NOT_STARTED',
    claimable integer not null default false,
    priority integer not null default 0,
    queue text not null default 'default',
    due_at integer,
    open_dependencies integer not null,
    unsuccessful_dependencies integer not null default 0,
    attempt integer not null default 1,
    recovery_attempts integer not null default 0,
    claim_epoch integer not null default 0,
    claimed_by text,
    lease_until integer,
    reason text,
    created_at integer not null,
    updated_at integer not null,
    started_at integer,
    completed_at integer,
    constraint task_executions_pk primary key (execution_id, ordinal),
    constraint task_executions_execution foreign key (execution_id) references workflow_executions (id),
    constraint task_executions_task foreign key (definition_id, ordinal)
        references workflow_tasks (definition_id, ordinal),
    constraint task_executions_status check (
        status in ('NOT_STARTED', 'READY', 'RUNNING', 'WAITING', 'COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED')),
    constraint task_executions_claimable check (claimable = 0 or claimable = 1 and status = 'READY'),
    constraint task_executions_open_dependencies check (open_dependencies >= 0),
    constraint task_executions_unsuccessful_dependencies check (unsuccessful_dependencies >= 0),
    constraint task_executions_attempt check (attempt >= 1),
    constraint task_executions_recovery_attempts check (recovery_attempts >= 0),
    constraint task_executions_claim_epoch check (claim_epoch >= 0)
) strict, without rowid;

-- The claim: holds exactly what can be claimed now, in the order in which it is claimed, workflow by workflow.
create index task_executions_claim
    on task_executions (definition_id, priority desc, due_at, execution_id, ordinal)
    where claimable;

-- What waits for its time: moved into the index above when it is due.
create index task_executions_due
    on task_executions (due_at)
    where status = 'READY' and not claimable;

-- The leases: what the sweep looks at, and what a worker holds.
create index task_executions_leases
    on task_executions (lease_until)
    where lease_until is not null;
