package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.adapter.sqlite.measure.EntityStyle;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.spi.StoreUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Entities against set-based statements, both through the EntityManager, on one file in one run. Its name keeps it out of the
 * build: {@code mvn test -pl cloacina-adapter-sqlite -am -Dtest=HotPathMeasurement -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class HotPathMeasurement {

    private static final int TASKS = 4_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void claim_and_complete() throws Exception {
        Path file = folder.resolve("measure.db");
        SqlitePragmas pragmas = SqliteUrl.parse(new StoreUrl(file.toString())).pragmas();
        try (ExecutionStore store = Databases.open(file.toString());
                EntityStyle entities = new EntityStyle(pool(file, pragmas))) {
            SingleTasks tasks = new SingleTasks(store, "sets").define();
            for (int round = 0; round < 3; round++) {
                for (int limit : new int[] {1, 64}) {
                    report("sets", limit, tasks, size -> cycle(tasks, size));
                    report("entities", limit, tasks, entities::cycle);
                }
            }
        }
    }

    private static javax.sql.DataSource pool(Path file, SqlitePragmas pragmas) {
        return new io.cloacina.jpa.PoolPlan("measure", 1, pragmas.busyTimeout(), true)
                .open(new SessionSource(file, pragmas, true, FileWatch.none(), null), SqliteErrors.TABLE);
    }

    private static int cycle(SingleTasks tasks, int limit) {
        List<Claim> claims = tasks.claim(limit);
        return claims.isEmpty() ? 0 : tasks.complete(claims);
    }

    private static void report(String style, int limit, SingleTasks tasks, IntUnaryOperator cycle) {
        int wanted = limit == 1 ? TASKS / 8 : TASKS;
        for (int submitted = 0; submitted < wanted; submitted += 500) {
            tasks.submit(500);
        }
        long begin = System.nanoTime();
        int done = 0;
        for (int some = cycle.applyAsInt(limit); some > 0; some = cycle.applyAsInt(limit)) {
            done += some;
        }
        assertThat(done).isEqualTo(wanted);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("MEASURED %-8s group %2d: %6.0f tasks/s%n", style, limit, done / seconds);
    }
}
