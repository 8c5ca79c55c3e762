package io.cloacina.contract;

/**
 * Rows that a person might insert by hand into a database with one execution of {@link Shapes#chain}: each is good, and one
 * word of it makes it bad. Portable SQL.
 */
final class ByHand {

    static final String DEFINITION = """
            insert into workflow_definitions (id, name, version, document, created_at)
            select id, 'by hand', '1', '{}', created_at
            from workflow_executions""";

    static final String DEFINED_TASK = """
            insert into workflow_tasks (definition_id, ordinal, name, open_dependencies)
            select definition_id, 9, 'by hand', 0
            from workflow_executions""";

    static final String DEPENDENCY = """
            insert into workflow_dependencies (definition_id, ordinal, position, depends_on)
            select definition_id, 1, 9, 0
            from workflow_executions""";

    /** Its id is the definition's: an execution that is not there yet. */
    static final String EXECUTION = """
            insert into workflow_executions (
                id, definition_id, status, ending, idempotency_key, input_digest, open_tasks, created_at, updated_at)
            select definition_id, definition_id, 'PENDING', 'CANCELLED', 'by hand', 'digest', 0, created_at, updated_at
            from workflow_executions""";

    /** A task of {@link #EXECUTION}, which must be there before. */
    static final String TASK = """
            insert into task_executions (
                execution_id, ordinal, definition_id, status, open_dependencies, created_at, updated_at)
            select definition_id, 0, definition_id, 'READY', 0, created_at, updated_at
            from workflow_executions
            where id <> definition_id""";

    static final String CONTEXT = """
            insert into task_contexts (execution_id, writer, keys, written, created_at)
            select id, 0, '{"k":0}', '{"k":1}', created_at
            from workflow_executions""";

    static final String EVENT = """
            insert into execution_events (execution_id, kind, worker, created_at)
            select id, 'EXECUTION_PARKED', 'by hand', created_at
            from workflow_executions""";

    private ByHand() {}
}
