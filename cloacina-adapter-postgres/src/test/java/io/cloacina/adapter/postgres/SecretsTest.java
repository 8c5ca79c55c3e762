package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredContext;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Runs a process that logs everything there is to log through slf4j, works and fails, and reads what it said. (What the driver
 * says through java.util.logging at its finest level is the driver's: it spells out every parameter.)
 */
class SecretsTest {

    private static final String CANARY = "canary-in-the-coal-mine";
    private static final List<String> LOG_EVERYTHING = List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace");

    @Test
    void no_log_line_and_no_exception_carries_a_password_a_context_or_a_key() {
        try (PostgresDatabase database = Databases.migrated()) {
            Databases.run(
                    database, "create role bird_" + database.name() + " superuser login password '" + CANARY + "'");
            String login = "bird_" + database.name() + ":" + CANARY;
            String url = database.url().replace(database.user() + ":" + database.password(), login);
            try (ChildJvm child = ChildJvm.start(LOG_EVERYTHING, WorksAndFails.class, url)) {
                child.awaitLine("done"::equals, Duration.ofMinutes(2));

                assertThat(child.errors())
                        .contains("HikariDataSource", "eclipselink")
                        .doesNotContain(CANARY);
            }
            Databases.run(database, "drop owned by bird_" + database.name(), "drop role bird_" + database.name());
        }
    }

    /** A process that stores a canary wherever there is room for one, and prints every failure. */
    static final class WorksAndFails {
        private WorksAndFails() {}

        public static void main(String[] arguments) {
            try (ExecutionStore store = Databases.open(arguments[0])) {
                Submission submission = Submission.into(store);
                admit(store, submission, "{\"song\": \"" + CANARY + "\"}");
                admit(store, submission, "{\"song\": \"" + CANARY + "\\u0000\"}");
                admit(store, submission, "{\"song\": " + CANARY);
                submission.claim(store, 10);
            }
            fail(() -> Databases.open(arguments[0].replace("bird", "crow")));
            fail(() -> Databases.open(arguments[0] + "?password=" + CANARY));
            System.out.println("done");
            System.exit(0);
        }

        private static void admit(ExecutionStore store, Submission submission, String written) {
            var id = new ExecutionId(UUID.randomUUID());
            var context = new StoredContext(new ContextRef(id, ContextRef.INITIAL), "{}", written);
            var execution = new NewExecution(id, submission.definition(), CANARY + id, "digest", context, 0, null);
            fail(() -> store.transact(Lane.WORK, tx -> tx.admit(List.of(execution))));
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
