package io.cloacina.jpa.internal;

/** Definitions of workflows: written once per content, by any number of processes at once. */
final class DefinitionSql {

    // "where true" keeps "on conflict" from being read as the condition of a join (SQLite).
    static final String DEFINE = """
            insert into {schema}workflow_definitions (id, name, version, document, created_at)
            select r.id, r.name, r.version, r.document, {now}
            from {rows: id uuid, name text, version text, document json} as r
            where true
            order by r.id
            on conflict do nothing
            returning id""";

    static final String DEFINE_TASKS = """
            insert into {schema}workflow_tasks (definition_id, ordinal, name, open_dependencies)
            select r.definition, r.ordinal, r.name, r.open
            from {rows: definition uuid, ordinal int, name text, open int} as r""";

    static final String DEFINE_DEPENDENCIES = """
            insert into {schema}workflow_dependencies (definition_id, ordinal, position, depends_on)
            select r.definition, r.ordinal, r.place, r.depends_on
            from {rows: definition uuid, ordinal int, place int, depends_on int} as r""";

    static final String IDS_BY_NAME = """
            select d.id
            from {schema}workflow_definitions as d
            where d.name in (select r.name from {rows: name text} as r)""";

    static final String BY_ID = """
            select d.id, d.name, d.version, cast(d.document as text)
            from {schema}workflow_definitions as d
            where d.id in (select r.id from {rows: id uuid} as r)""";

    static final String TASKS = """
            select t.definition_id, t.ordinal, t.name
            from {schema}workflow_tasks as t
            where t.definition_id in (select r.id from {rows: id uuid} as r)
            order by t.definition_id, t.ordinal""";

    static final String DEPENDENCIES = """
            select p.definition_id, p.ordinal, p.depends_on
            from {schema}workflow_dependencies as p
            where p.definition_id in (select r.id from {rows: id uuid} as r)
            order by p.definition_id, p.ordinal, p.position""";

    private DefinitionSql() {}
}
