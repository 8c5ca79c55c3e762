-- The history of every execution, written in the transaction of the change it tells of. The sequence is drawn inside the
-- transaction, after its locks: within one execution a later event has a larger number.
create table execution_events (
    sequence integer not null primary key,
    execution_id blob not null,
    kind text not null,
    task_ordinal integer,
    epoch integer not null default 0,
    attempt integer not null default 0,
    worker text not null,
    detail text,
    created_at integer not null,
    constraint execution_events_execution foreign key (execution_id) references workflow_executions (id),
    constraint execution_events_kind check (kind glob 'EXECUTION_?*' or kind glob 'TASK_?*'),
    constraint execution_events_task check ((task_ordinal is not null) = (kind glob 'TASK_*')),
    constraint execution_events_task_ordinal check (task_ordinal >= 0),
    constraint execution_events_epoch check (epoch >= 0),
    constraint execution_events_attempt check (attempt >= 0)
) strict;

create index execution_events_by_execution on execution_events (execution_id, sequence);
