package io.cloacina.benchmarks.floor;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SQLite runs in this process: a prepared statement per row is as fast as it gets. Times are microseconds. */
final class SqliteWrites implements FloorWrites {

    private static final String EXECUTION = """
            insert into workflow_executions (id, definition_id, input_digest, open_tasks, created_at, updated_at)
            select ?1, ?2, 'digest', count(*), ?3, ?3
            from workflow_tasks
            where definition_id = ?2""";
    private static final String TASKS = """
            insert into task_executions (execution_id, ordinal, definition_id, status, claimable, due_at,
                open_dependencies, created_at, updated_at)
            select ?1, t.ordinal, t.definition_id,
                case when t.open_dependencies = 0 then 'READY' else 'NOT_STARTED' end,
                t.open_dependencies = 0,
                case when t.open_dependencies = 0 then ?3 end,
                t.open_dependencies, ?3, ?3
            from workflow_tasks as t
            where t.definition_id = ?2""";
    private static final String CONTEXT = """
            insert into task_contexts (execution_id, writer, keys, written, created_at)
            values (?, ?, '{}', '{}', ?)""";
    private static final String EVENT = """
            insert into execution_events (execution_id, kind, task_ordinal, epoch, attempt, worker, created_at)
            values (?, ?, ?, ?, ?, 'floor', ?)""";
    private static final String CLAIM = """
            update task_executions
            set status = 'RUNNING', claimable = 0, claim_epoch = claim_epoch + 1, claimed_by = 'floor',
                lease_until = ?3 + 30000000, started_at = ?3, updated_at = ?3
            where (execution_id, ordinal) in (
                select c.execution_id, c.ordinal
                from task_executions as c
                where c.claimable
                    and c.definition_id = ?1
                order by c.priority desc, c.due_at, c.execution_id, c.ordinal
                limit ?2)
            returning execution_id, ordinal""";
    private static final String START = """
            update workflow_executions
            set status = 'RUNNING', started_at = ?1, updated_at = ?1
            where id = ?2
                and status = 'PENDING'""";
    private static final String END = """
            update task_executions
            set status = 'COMPLETED', claimed_by = null, lease_until = null, completed_at = ?1, updated_at = ?1
            where execution_id = ?2
                and ordinal = ?3
                and status = 'RUNNING'""";
    private static final String COUNT_DOWN = """
            update task_executions
            set open_dependencies = ?1,
                status = iif(?1 = 0, 'READY', status),
                claimable = ?1 = 0,
                due_at = iif(?1 = 0, ?2, null),
                updated_at = ?2
            where execution_id = ?3
                and ordinal = ?4""";
    private static final String PROGRESS = """
            update workflow_executions
            set open_tasks = ?1,
                status = iif(?1 = 0, 'COMPLETED', status),
                completed_at = iif(?1 = 0, ?2, null),
                updated_at = ?2
            where id = ?3""";

    private final Connection connection;
    private final byte[] definition;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Set<UUID> started = new HashSet<>();

    SqliteWrites(Connection connection, UUID definition) {
        this.connection = connection;
        this.definition = bytes(definition);
    }

    @Override
    public void submit(Collection<UUID> executions) throws SQLException {
        for (UUID execution : executions) {
            byte[] id = bytes(execution);
            update(EXECUTION, id, definition, now());
            update(TASKS, id, definition, now());
            update(CONTEXT, id, -1, now());
            event(execution, "EXECUTION_SUBMITTED", null);
        }
    }

    @Override
    public List<Step> claim(int limit) throws SQLException {
        List<Step> claimed = new ArrayList<>();
        try (ResultSet rows = bind(CLAIM, definition, limit, now()).executeQuery()) {
            while (rows.next()) {
                claimed.add(new Step(uuid(rows.getBytes(1)), rows.getInt(2)));
            }
        }
        for (Step step : claimed) {
            if (started.add(step.execution())) {
                update(START, now(), bytes(step.execution()));
                event(step.execution(), "EXECUTION_STARTED", null);
            }
            event(step.execution(), "TASK_CLAIMED", step.task());
        }
        return claimed;
    }

    @Override
    public void end(Ended ended) throws SQLException {
        for (Step step : ended.tasks) {
            update(END, now(), bytes(step.execution()), step.task());
            update(CONTEXT, bytes(step.execution()), step.task(), now());
            event(step.execution(), "TASK_COMPLETED", step.task());
        }
        for (Map.Entry<Step, Integer> entry : ended.countedDown.entrySet()) {
            Step step = entry.getKey();
            update(COUNT_DOWN, entry.getValue(), now(), bytes(step.execution()), step.task());
        }
        for (Step step : ended.ready()) {
            event(step.execution(), "TASK_READY", step.task());
        }
        for (Map.Entry<UUID, Integer> entry : ended.openTasks.entrySet()) {
            update(PROGRESS, entry.getValue(), now(), bytes(entry.getKey()));
        }
        for (UUID execution : ended.completed()) {
            event(execution, "EXECUTION_COMPLETED", null);
        }
    }

    private void event(UUID execution, String kind, @Nullable Integer task) throws SQLException {
        int claim = task == null ? 0 : 1;
        update(EVENT, bytes(execution), kind, task, claim, claim, now());
    }

    private void update(String sql, @Nullable Object... parameters) throws SQLException {
        bind(sql, parameters).executeUpdate();
    }

    private PreparedStatement bind(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static long now() {
        return System.currentTimeMillis() * 1000;
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
