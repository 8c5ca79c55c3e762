package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.RunnerBuilder;
import io.cloacina.testsupport.PostgresDatabase;
import io.cloacina.testsupport.canary.Canary;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an administrator may take from a runner on PostgreSQL while it works under a role without the right to make tables. The
 * runner stops, says so to everybody who waits, and fails no task; and when it is given back, another one goes on.
 */
class ServerUnderRunnerTest extends Chapter implements BackendSource {

    private static final int ENDED = 8;
    private static final int HELD = 3;
    private static final String PASSWORD = Canary.secret("clerk");

    private final CountDownLatch holding = new CountDownLatch(HELD);
    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public Backend newBackend() {
        return new PostgresBackend();
    }

    private enum Taken {
        RIGHTS("42501", "revoke all on all tables in schema cloacina from {clerk}", Taken.RIGHTS_BACK),
        SCHEMA("42P01", "alter schema cloacina rename to gone", "alter schema gone rename to cloacina"),
        WRITING(
                "25006",
                "alter database {database} set default_transaction_read_only = on",
                "alter database {database} reset default_transaction_read_only");

        static final String RIGHTS_BACK =
                "grant select, insert, update, delete on all tables in schema cloacina to {clerk}";

        private final String state;
        private final String statement;
        private final String remedy;

        Taken(String state, String statement, String remedy) {
            this.state = state;
            this.statement = statement;
            this.remedy = remedy;
        }
    }

    private PostgresDatabase database() {
        return ((PostgresBackend) backend()).database();
    }

    private String clerk() {
        return "clerk_" + database().name();
    }

    @BeforeEach
    void hireClerk() throws SQLException {
        run("create role {clerk} login password '" + PASSWORD + "'");
        run("grant usage on schema cloacina to {clerk}");
        run(Taken.RIGHTS_BACK);
        run("revoke insert, update, delete on cloacina.cloacina_schema_history from {clerk}");
    }

    @AfterEach
    void dismissClerk() throws SQLException {
        closeRunners();
        run("drop owned by {clerk}");
        run("drop role {clerk}");
    }

    @ParameterizedTest
    @EnumSource
    void a_runner_that_is_not_allowed_to_go_on_stops_and_another_one_goes_on_when_it_is(Taken taken) throws Exception {
        DefaultRunner runner = open(clerksRunner(held()));
        List<ExecutionId> accepted = new ArrayList<>();
        for (int number = 0; number < ENDED; number++) {
            accepted.add(runner.execute(Shapes.DIAMOND, Context.empty()).id());
        }
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        for (int number = 0; number < HELD; number++) {
            ExecutionHandle handle = runner.start(HoldingRunner.NAME, Context.empty());
            accepted.add(handle.id());
            waiting.add(handle.completion());
        }
        assertThat(holding.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        run(taken.statement);
        database().terminateBackends(); // a pooled session knows nothing of new defaults
        assertStopped(runner, taken);
        assertThat(waiting)
                .allSatisfy(each -> assertThat(each)
                        .failsWithin(PATIENCE)
                        .withThrowableThat()
                        .havingCause()
                        .isInstanceOf(StoreException.Unusable.class));
        release.countDown();
        runner.close();

        run("begin read write; " + taken.remedy + "; commit");
        DefaultRunner next = open(clerksRunner(HoldingRunner.workflow(journal()::ran)));
        assertThat(accepted)
                .allSatisfy(id -> assertThat(
                                next.handleOf(id).orElseThrow().result(PATIENCE).status())
                        .isEqualTo(ExecutionStatus.COMPLETED));
        assertThat(Rows.of(backend(), "select count(*) from execution_events where kind = 'TASK_FAILED'"))
                .containsExactly("0");
    }

    private static void assertStopped(DefaultRunner runner, Taken taken) {
        assertThatThrownBy(() -> runner.start(Shapes.DIAMOND, Context.empty()))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining(taken.state)
                .hasMessageContaining("Check rights, schema and health of the server")
                .hasMessageNotContaining(PASSWORD);
    }

    private RunnerBuilder clerksRunner(Workflow held) {
        return DefaultRunner.builder()
                .url(PostgresBackend.url(database(), clerk() + ":" + PASSWORD))
                .settings(Leases.SHORT::in)
                .settings(settings -> settings.withSchemaMode(SchemaMode.VERIFY))
                .maxConcurrentTasks(HELD)
                .workflows(Shapes.diamond(journal()::ran), held);
    }

    private Workflow held() {
        return HoldingRunner.workflow(journal()::ran, context -> {
            holding.countDown();
            release.await();
        });
    }

    /** As the superuser. */
    private void run(String sql) throws SQLException {
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("{clerk}", clerk())
                    .replace("{database}", database().name()));
        }
    }
}
