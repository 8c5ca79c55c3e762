package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.PoolPlan;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.spi.StoreUrl;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * HikariCP keeps the open statements of a connection beyond its borrower: a second close clears those of the next one, beside
 * his own work, and what he prepares then can fail with {@link ArrayIndexOutOfBoundsException}.
 */
class GivenBackOnceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<AtomicInteger> closes = new CopyOnWriteArrayList<>();

    /** A connection that a pool has lent, and how often it was closed. */
    private record Lent(Connection connection, AtomicInteger closed) implements Delegation {

        @Override
        public Object target() {
            return connection;
        }

        @Override
        public @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                closed.incrementAndGet();
            }
            return pass(method, arguments);
        }
    }

    @Test
    void whatever_becomes_of_a_call_its_connection_is_given_back_once() {
        try (ExecutionStore store = open()) {
            store.define(List.of(SingleTasks.DEFINITION));
            NewExecution execution = SingleTasks.newExecution(UUID.randomUUID(), "{}");
            store.transact(Lane.WORK, transaction -> transaction.admit(List.of(execution)));
            assertThatThrownBy(() -> store.transact(Lane.HEARTBEAT, transaction -> {
                        transaction.lock(List.of(execution.id()));
                        throw new IllegalArgumentException("by the work itself");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(store.queries().findWithTasks(execution.id())).isPresent();
        }

        assertThat(closes)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(closed -> assertThat(closed).hasValue(1));
    }

    private ExecutionStore open() {
        String url = folder.resolve("given-back.db").toString();
        Databases.open(url).close();
        SqliteUrl parsed = SqliteUrl.parse(new StoreUrl(url));
        SessionSource source = new SessionSource(parsed.path(), parsed.pragmas(), true, FileWatch.none(), null);
        HikariDataSource pool =
                new PoolPlan("counted", 2, Duration.ofSeconds(5), true).open(source, SqliteErrors.TABLE);
        ConnectionSource lane = () -> lend(pool.getConnection());
        WriterLane watched = new WriterLane(pool, new Turns(Duration.ofSeconds(5)), false);
        return Databases.open(parsed, new ConnectionLanes(lane, lane, lane, List.of(pool)), watched);
    }

    private Connection lend(Connection connection) {
        AtomicInteger closed = new AtomicInteger();
        closes.add(closed);
        return new Lent(connection, closed).as(Connection.class);
    }
}
