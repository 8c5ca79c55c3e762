-- Contexts: one row per completed task and one for the start (writer -1). Written once, never changed.
create table task_contexts (
    execution_id blob not null,
    writer integer not null,
    keys text not null,
    written text not null,
    created_at integer not null,
    constraint task_contexts_pk primary key (execution_id, writer),
    constraint task_contexts_execution foreign key (execution_id) references workflow_executions (id),
    constraint task_contexts_writer check (writer >= -1),
    constraint task_contexts_keys check (json_valid(keys) and json_type(keys) = 'object'),
    constraint task_contexts_written check (json_valid(written) and json_type(written) = 'object')
) strict, without rowid;
