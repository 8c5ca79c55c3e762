package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredContext;
import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a process that logs everything there is to log, works and fails on a file, and reads what it said. */
class SecretsTest {

    private static final String CANARY = "canary-in-the-coal-mine";
    private static final List<String> LOG_EVERYTHING = List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void no_log_line_and_no_exception_carries_a_context_or_a_key() {
        Path file = folder.resolve("mine.db");
        try (ChildJvm child = ChildJvm.start(LOG_EVERYTHING, WorksAndFails.class, file.toString())) {
            child.awaitLine("done"::equals, Duration.ofMinutes(2));

            assertThat(child.errors())
                    .contains("HikariDataSource", "eclipselink", "StoreException$Refused", "StoreException$Contended")
                    .doesNotContain(CANARY);
        }
    }

    /** A process that stores a canary wherever there is room for one, and prints every failure. */
    static final class WorksAndFails {

        private WorksAndFails() {}

        public static void main(String[] arguments) throws Exception {
            try (ExecutionStore store = Databases.open(arguments[0] + "?_busy_timeout=50")) {
                SingleTasks tasks = new SingleTasks(store, "worker").define();
                admit(store, "{\"song\": \"" + CANARY + "\"}");
                admit(store, "{\"song\": " + CANARY);
                tasks.complete(tasks.claim(10));
                try (var stranger = Databases.stranger(Path.of(arguments[0]));
                        var statement = stranger.createStatement()) {
                    statement.execute("begin immediate");
                    admit(store, "{\"song\": \"" + CANARY + "\"}");
                }
            }
            fail(() -> Databases.open(arguments[0] + "?password=" + CANARY));
            fail(() -> Databases.open("sqlite://miner:" + CANARY + "@mine/mine.db"));
            System.out.println("done");
        }

        private static void admit(ExecutionStore store, String written) {
            var id = new ExecutionId(UUID.randomUUID());
            var context = new StoredContext(new ContextRef(id, ContextRef.INITIAL), "{}", written);
            var execution = new NewExecution(id, SingleTasks.DEFINITION.id(), CANARY + id, "digest", context, 0, null);
            fail(() -> store.transact(Lane.WORK, transaction -> transaction.admit(List.of(execution))));
        }

        private static void fail(Runnable work) {
            try {
                work.run();
            } catch (StoreException e) {
                e.printStackTrace();
            }
        }
    }
}
