-- Contexts: one row per completed task and one for the start (writer -1). Written once, never changed.
create table ${schema}task_contexts (
    execution_id uuid not null,
    writer integer not null,
    keys jsonb not null,
    written jsonb not null,
    created_at timestamptz not null default current_timestamp,
    constraint task_contexts_pk primary key (execution_id, writer),
    constraint task_contexts_execution foreign key (execution_id) references ${schema}workflow_executions (id),
    constraint task_contexts_writer check (writer >= -1),
    constraint task_contexts_keys check (jsonb_typeof(keys) = 'object'),
    constraint task_contexts_written check (jsonb_typeof(written) = 'object')
);
