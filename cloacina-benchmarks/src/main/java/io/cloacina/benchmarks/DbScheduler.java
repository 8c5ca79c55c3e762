package io.cloacina.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * db-scheduler, as it goes fastest: it locks and fetches many rows at once where it can, and looks at once for what was scheduled here.
 * It has tasks and no graphs, so of our workloads it can do chains, each task putting the next one in its own place. A task
 * that has ended is deleted: it keeps no history and no result.
 */
public final class DbScheduler implements Contestant {

    private static final String NAME = "task";
    private static final int THREADS = 16;
    private static final int BATCH = 500;

    private static final String TABLE = """
            create table scheduled_tasks (
                task_name text not null,
                task_instance text not null,
                task_data %1$s,
                execution_time %2$s not null,
                picked boolean not null,
                picked_by text,
                last_success %2$s,
                last_failure %2$s,
                consecutive_failures int,
                last_heartbeat %2$s,
                version bigint not null,
                priority smallint,
                primary key (task_name, task_instance))""";

    @Override
    public String name() {
        return "db-scheduler";
    }

    /** Its work is long enough at a tenth to tell its rate. */
    @Override
    public double share() {
        return 0.3;
    }

    @Override
    public boolean can(Workload workload) {
        if (workload instanceof Workload.Throughput throughput) {
            return isChain(throughput.shape());
        }
        return !(workload instanceof Workload.RoundTrip roundTrip && roundTrip.otherProcess());
    }

    private static boolean isChain(Shape shape) {
        return IntStream.range(0, shape.tasks())
                .allMatch(task -> shape.dependencies().get(task).equals(task == 0 ? List.of() : List.of(task - 1)));
    }

    @Override
    public long run(Database database, Workload.Throughput workload) throws Exception {
        CountDownLatch ended = new CountDownLatch(workload.executions());
        try (HikariDataSource pool = pool(database)) {
            Scheduler scheduler = scheduler(pool, task(id -> ended.countDown()), Duration.ofMillis(100));
            submitAll(scheduler, workload.executions(), workload.shape().tasks());
            long begin = System.nanoTime();
            scheduler.start();
            ended.await();
            long took = System.nanoTime() - begin;
            scheduler.stop();
            return took;
        }
    }

    @Override
    public long submit(Database database, Workload.Submits workload) throws Exception {
        try (HikariDataSource pool = pool(database)) {
            Scheduler scheduler = scheduler(pool, task(id -> {}), Duration.ofMinutes(1));
            long begin = System.nanoTime();
            if (workload.submitters() == Workload.Submitters.ONE_CALL) {
                submitAll(scheduler, workload.executions(), 1);
            } else {
                submitOneByOne(scheduler, workload.submitters().threads(), workload.executions());
            }
            return System.nanoTime() - begin;
        }
    }

    private static void submitAll(Scheduler scheduler, int executions, int tasks) {
        for (int from = 0; from < executions; from += BATCH) {
            List<TaskInstance<?>> batch = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, executions); i++) {
                batch.add(new TaskInstance<>(NAME, String.valueOf(i), tasks));
            }
            scheduler.scheduleBatch(batch, Instant.now());
        }
    }

    private static void submitOneByOne(Scheduler scheduler, int threads, int executions) throws Exception {
        Callers.call(threads, first -> {
            for (int i = first; i < executions; i += threads) {
                scheduler.schedule(new TaskInstance<>(NAME, String.valueOf(i), 1), Instant.now());
            }
        });
    }

    @Override
    public long[] roundTrips(Database database, Workload.RoundTrip workload) throws Exception {
        List<CountDownLatch> ended = IntStream.range(0, workload.executions())
                .mapToObj(i -> new CountDownLatch(1))
                .toList();
        long[] nanos = new long[workload.executions()];
        try (HikariDataSource pool = pool(database)) {
            CustomTask<Integer> task =
                    task(id -> ended.get(Integer.parseInt(id)).countDown());
            Scheduler scheduler = scheduler(pool, task, Duration.ofSeconds(1));
            scheduler.start();
            for (int i = 0; i < nanos.length; i++) {
                long begin = System.nanoTime();
                scheduler.schedule(new TaskInstance<>(NAME, String.valueOf(i), 1), Instant.now());
                ended.get(i).await();
                nanos[i] = System.nanoTime() - begin;
            }
            scheduler.stop();
        }
        return nanos;
    }

    /** Its data is how many tasks of the chain are left, this one included. */
    private static CustomTask<Integer> task(Consumer<String> ended) {
        return Tasks.custom(NAME, Integer.class)
                .execute((task, context) -> task.getData() > 1 ? next(task.getData() - 1) : last(ended));
    }

    private static CompletionHandler<Integer> next(int left) {
        return (done, row) -> row.reschedule(done, Instant.now(), left);
    }

    private static CompletionHandler<Integer> last(Consumer<String> ended) {
        return (done, row) -> {
            row.remove();
            ended.accept(done.getExecution().taskInstance.getId());
        };
    }

    /** SQLite cannot lock rows that it fetches. */
    private static Scheduler scheduler(HikariDataSource pool, CustomTask<Integer> task, Duration interval) {
        SchedulerBuilder builder = Scheduler.create(pool, task)
                .threads(THREADS)
                .pollingInterval(interval)
                .enableImmediateExecution();
        return pool.getPoolName().equals(Database.Dialect.POSTGRES.name())
                ? builder.pollUsingLockAndFetch(1, 8).build()
                : builder.pollUsingFetch(1, 8).build();
    }

    private static HikariDataSource pool(Database database) throws SQLException {
        boolean postgres = database.dialect() == Database.Dialect.POSTGRES;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (postgres) {
                statement.execute("create schema if not exists cloacina");
            }
            statement.execute(TABLE.formatted(postgres ? "bytea" : "blob", postgres ? "timestamptz" : "timestamp"));
            statement.execute("create index scheduled_tasks_by_time on scheduled_tasks (execution_time)");
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName(database.dialect().name());
        config.setDataSource(new PlainSource(database::connect));
        config.setMaximumPoolSize(THREADS + 4);
        return new HikariDataSource(config);
    }
}
