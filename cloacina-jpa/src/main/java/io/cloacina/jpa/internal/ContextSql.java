package io.cloacina.jpa.internal;

/** Contexts: one row per writer, written once. */
final class ContextSql {

    static final String KEEP = """
            insert into {schema}task_contexts (execution_id, writer, keys, written, created_at)
            select r.execution, r.writer, r.keys, r.written, {now}
            from {rows: execution uuid, writer int, keys json, written json} as r""";

    static final String KEYS = """
            select c.execution_id, c.writer, cast(c.keys as text)
            from {rows: execution uuid, writer int} as r
            cross join {schema}task_contexts as c
            where c.execution_id = r.execution
                and c.writer = r.writer""";

    static final String VALUES = """
            select c.execution_id, c.writer, cast(c.written as text)
            from {rows: execution uuid, writer int} as r
            cross join {schema}task_contexts as c
            where c.execution_id = r.execution
                and c.writer = r.writer""";

    private ContextSql() {}
}
