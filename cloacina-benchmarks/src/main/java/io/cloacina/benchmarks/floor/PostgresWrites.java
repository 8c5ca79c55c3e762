package io.cloacina.benchmarks.floor;

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

/** On PostgreSQL a call is a round trip: every set is one array, and every change of a set is one statement. */
final class PostgresWrites implements FloorWrites {

    private static final String EXECUTIONS = """
            insert into workflow_executions (id, definition_id, input_digest, open_tasks)
            select e, ?::uuid, 'digest', (select count(*) from workflow_tasks where definition_id = ?::uuid)
            from unnest(?::uuid[]) as e""";
    private static final String TASKS = """
            insert into task_executions (execution_id, ordinal, definition_id, status, claimable, due_at,
                open_dependencies)
            select e, t.ordinal, t.definition_id,
                case when t.open_dependencies = 0 then 'READY' else 'NOT_STARTED' end,
                t.open_dependencies = 0,
                case when t.open_dependencies = 0 then clock_timestamp() end,
                t.open_dependencies
            from unnest(?::uuid[]) as e
            join workflow_tasks as t on t.definition_id = ?::uuid""";
    private static final String CONTEXTS = """
            insert into task_contexts (execution_id, writer, keys, written)
            select e, w, '{}', '{}'
            from unnest(?::uuid[], ?::int[]) as r(e, w)""";
    private static final String EVENTS = """
            insert into execution_events (execution_id, kind, task_ordinal, epoch, attempt, worker)
            select e, k, t, coalesce(sign(t + 1), 0), coalesce(sign(t + 1), 0), 'floor'
            from unnest(?::uuid[], ?::text[], ?::int[]) as r(e, k, t)""";
    private static final String CLAIM = """
            update task_executions as t
            set status = 'RUNNING', claimable = false, claim_epoch = claim_epoch + 1, claimed_by = 'floor',
                lease_until = clock_timestamp() + interval '30 seconds', started_at = clock_timestamp()
            where t.ctid = any (array(
                select c.ctid
                from task_executions as c
                where c.claimable
                    and c.definition_id = ?::uuid
                order by c.priority desc, c.due_at, c.execution_id, c.ordinal
                limit ?
                for no key update skip locked))
            returning execution_id, ordinal""";
    private static final String START = """
            update workflow_executions
            set status = 'RUNNING', started_at = clock_timestamp()
            where id = any (?::uuid[])
                and status = 'PENDING'
            returning id""";
    private static final String END = """
            update task_executions as t
            set status = 'COMPLETED', claimed_by = null, lease_until = null, completed_at = clock_timestamp()
            from unnest(?::uuid[], ?::int[]) as r(e, o)
            where t.execution_id = r.e
                and t.ordinal = r.o
                and t.status = 'RUNNING'""";
    private static final String COUNT_DOWN = """
            update task_executions as t
            set open_dependencies = r.n,
                status = case when r.n = 0 then 'READY' else t.status end,
                claimable = r.n = 0,
                due_at = case when r.n = 0 then clock_timestamp() end
            from unnest(?::uuid[], ?::int[], ?::int[]) as r(e, o, n)
            where t.execution_id = r.e
                and t.ordinal = r.o""";
    private static final String PROGRESS = """
            update workflow_executions as e
            set open_tasks = r.n,
                status = case when r.n = 0 then 'COMPLETED' else e.status end,
                completed_at = case when r.n = 0 then clock_timestamp() end
            from unnest(?::uuid[], ?::int[]) as r(i, n)
            where e.id = r.i""";

    private final Connection connection;
    private final UUID definition;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Set<UUID> started = new HashSet<>();

    PostgresWrites(Connection connection, UUID definition) {
        this.connection = connection;
        this.definition = definition;
    }

    @Override
    public void submit(Collection<UUID> executions) throws SQLException {
        Object[] ids = executions.toArray();
        update(EXECUTIONS, definition, definition, ids);
        update(TASKS, ids, definition);
        update(CONTEXTS, ids, same(ids.length, -1));
        update(EVENTS, ids, same(ids.length, "EXECUTION_SUBMITTED"), new Integer[ids.length]);
    }

    @Override
    public List<Step> claim(int limit) throws SQLException {
        List<Step> claimed = new ArrayList<>();
        PreparedStatement statement = bind(CLAIM, definition, limit);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                claimed.add(new Step(rows.getObject(1, UUID.class), rows.getInt(2)));
            }
        }
        if (!claimed.isEmpty()) {
            Events events = new Events();
            start(claimed).forEach(execution -> events.add("EXECUTION_STARTED", execution, null));
            claimed.forEach(step -> events.add("TASK_CLAIMED", step.execution(), step.task()));
            record(events);
        }
        return claimed;
    }

    private List<UUID> start(List<Step> claimed) throws SQLException {
        List<UUID> fresh =
                claimed.stream().map(Step::execution).filter(started::add).toList();
        if (!fresh.isEmpty()) {
            bind(START, (Object) fresh.toArray()).execute();
        }
        return fresh;
    }

    @Override
    public void end(Ended ended) throws SQLException {
        Object[] executions = ended.tasks.stream().map(Step::execution).toArray();
        Integer[] tasks = ended.tasks.stream().map(Step::task).toArray(Integer[]::new);
        update(END, executions, tasks);
        update(CONTEXTS, executions, tasks);
        if (!ended.countedDown.isEmpty()) {
            Set<Step> steps = ended.countedDown.keySet();
            update(
                    COUNT_DOWN,
                    steps.stream().map(Step::execution).toArray(),
                    steps.stream().map(Step::task).toArray(Integer[]::new),
                    ended.countedDown.values().toArray(Integer[]::new));
        }
        update(
                PROGRESS,
                ended.openTasks.keySet().toArray(),
                ended.openTasks.values().toArray(Integer[]::new));
        Events events = new Events();
        ended.tasks.forEach(step -> events.add("TASK_COMPLETED", step.execution(), step.task()));
        ended.ready().forEach(step -> events.add("TASK_READY", step.execution(), step.task()));
        ended.completed().forEach(execution -> events.add("EXECUTION_COMPLETED", execution, null));
        record(events);
    }

    private void record(Events events) throws SQLException {
        update(
                EVENTS,
                events.executions.toArray(),
                events.kinds.toArray(String[]::new),
                events.tasks.toArray(Integer[]::new));
    }

    private static Object[] same(int times, Object value) {
        Object[] all = value instanceof Integer ? new Integer[times] : new String[times];
        java.util.Arrays.fill(all, value);
        return all;
    }

    private void update(String sql, Object... parameters) throws SQLException {
        bind(sql, parameters).executeUpdate();
    }

    private PreparedStatement bind(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof Integer[] numbers) {
            statement.setArray(place, connection.createArrayOf("int4", numbers));
        } else if (value instanceof String[] texts) {
            statement.setArray(place, connection.createArrayOf("text", texts));
        } else if (value instanceof Object[] ids) {
            statement.setArray(place, connection.createArrayOf("uuid", ids));
        } else {
            statement.setObject(place, value);
        }
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
