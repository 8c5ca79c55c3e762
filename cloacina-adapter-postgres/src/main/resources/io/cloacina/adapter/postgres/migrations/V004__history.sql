-- The history of every execution, written in the transaction of the change it tells of. The sequence is drawn inside the
-- transaction, after its locks: within one execution a later event has a larger number.
create table ${schema}execution_events (
    sequence bigint generated always as identity (cache 1),
    execution_id uuid not null,
    kind text not null,
    task_ordinal integer,
    epoch integer not null default 0,
    attempt integer not null default 0,
    worker text not null,
    detail text,
    created_at timestamptz not null default current_timestamp,
    constraint execution_events_pk primary key (execution_id, sequence),
    constraint execution_events_execution foreign key (execution_id) references ${schema}workflow_executions (id),
    constraint execution_events_kind check (kind ~ '^(EXECUTION|TASK)_[A-Z_]+$'),
    constraint execution_events_task check ((task_ordinal is not null) = starts_with(kind, 'TASK_')),
    constraint execution_events_task_ordinal check (task_ordinal >= 0),
    constraint execution_events_epoch check (epoch >= 0),
    constraint execution_events_attempt check (attempt >= 0)
);
