-- Workflow definitions: what executions have in common, stored once per content and never changed.
-- In every table: ids are 16 bytes, times are microseconds since 1970, both written by the application.

-- Which database this is: one row, so that a copy or a stranger can be told from the original.
create table store_identity (
    id blob not null check (length(id) = 16),
    created_at integer not null
) strict;

create unique index store_identity_has_one_row on store_identity ((true));

insert into store_identity (id, created_at)
values (randomblob(16), cast(unixepoch('subsec') * 1000000 as integer));

-- The id is taken from the content, so that any number of runners store the same definition without asking each other.
create table workflow_definitions (
    id blob not null,
    name text not null,
    version text not null,
    document text not null,
    created_at integer not null,
    constraint workflow_definitions_pk primary key (id),
    constraint workflow_definitions_version unique (name, version),
    constraint workflow_definitions_id check (length(id) = 16),
    constraint workflow_definitions_name check (name <> ''),
    constraint workflow_definitions_document check (json_valid(document) and json_type(document) = 'object')
) strict, without rowid;

-- A task is named by its place in the topological order; open_dependencies is what a new execution begins to count down from.
create table workflow_tasks (
    definition_id blob not null,
    ordinal integer not null,
    name text not null,
    open_dependencies integer not null,
    constraint workflow_tasks_pk primary key (definition_id, ordinal),
    constraint workflow_tasks_name unique (definition_id, name),
    constraint workflow_tasks_definition foreign key (definition_id) references workflow_definitions (id),
    constraint workflow_tasks_ordinal check (ordinal >= 0),
    constraint workflow_tasks_open_dependencies check (open_dependencies >= 0)
) strict, without rowid;

-- The position keeps the declared order, which decides between unordered writers of one key.
create table workflow_dependencies (
    definition_id blob not null,
    ordinal integer not null,
    position integer not null,
    depends_on integer not null,
    constraint workflow_dependencies_pk primary key (definition_id, ordinal, position),
    constraint workflow_dependencies_task foreign key (definition_id, ordinal)
        references workflow_tasks (definition_id, ordinal),
    constraint workflow_dependencies_depends_on foreign key (definition_id, depends_on)
        references workflow_tasks (definition_id, ordinal),
    constraint workflow_dependencies_position check (position >= 0),
    constraint workflow_dependencies_order check (depends_on < ordinal)
) strict, without rowid;
