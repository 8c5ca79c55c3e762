-- Workflow definitions: what executions have in common, stored once per content and never changed.

-- Which database this is: one row, so that a copy or a stranger can be told from the original.
create table ${schema}store_identity (
    id uuid not null default gen_random_uuid(),
    created_at timestamptz not null default current_timestamp
);

create unique index store_identity_has_one_row on ${schema}store_identity ((true));

insert into ${schema}store_identity default values;

-- The id is taken from the content, so that any number of runners store the same definition without asking each other.
create table ${schema}workflow_definitions (
    id uuid not null,
    name text not null,
    version text not null,
    document jsonb not null,
    created_at timestamptz not null default current_timestamp,
    constraint workflow_definitions_pk primary key (id),
    constraint workflow_definitions_version unique (name, version),
    constraint workflow_definitions_name check (name <> ''),
    constraint workflow_definitions_document check (jsonb_typeof(document) = 'object')
);

-- A task is named by its place in the topological order; open_dependencies is what a new execution begins to count down from.
create table ${schema}workflow_tasks (
    definition_id uuid not null,
    ordinal integer not null,
    name text not null,
    open_dependencies integer not null,
    constraint workflow_tasks_pk primary key (definition_id, ordinal),
    constraint workflow_tasks_definition foreign key (definition_id) references ${schema}workflow_definitions (id),
    constraint workflow_tasks_ordinal check (ordinal >= 0),
    constraint workflow_tasks_has_name check (name <> ''),
    constraint workflow_tasks_open_dependencies check (open_dependencies >= 0)
);

-- Names are unique within a definition. The condition holds for every row and is there for the planner: without it, this index
-- could be taken for the way to one task, and would be read from end to end for each of ten thousand.
create unique index workflow_tasks_name
    on ${schema}workflow_tasks (definition_id, name)
    where name <> '';

-- The position keeps the declared order, which decides between unordered writers of one key.
create table ${schema}workflow_dependencies (
    definition_id uuid not null,
    ordinal integer not null,
    position integer not null,
    depends_on integer not null,
    constraint workflow_dependencies_pk primary key (definition_id, ordinal, position),
    constraint workflow_dependencies_task foreign key (definition_id, ordinal)
        references ${schema}workflow_tasks (definition_id, ordinal),
    constraint workflow_dependencies_depends_on foreign key (definition_id, depends_on)
        references ${schema}workflow_tasks (definition_id, ordinal),
    constraint workflow_dependencies_position check (position >= 0),
    constraint workflow_dependencies_order check (depends_on < ordinal)
);
