package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.StartOptions;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two tenants in one process, with the same workflows and the same keys: neither ever sees, or runs, what is the other's. */
@Timeout(300)
class TenantsTest {

    private static final int EXECUTIONS = 30;
    private static final List<String> TENANTS = List.of("tenant_one", "tenant_two");

    @Test
    void schemas_of_one_database_are_kept_apart() throws SQLException {
        try (PostgresDatabase database = EmbeddedPostgres.shared().newDatabase()) {
            workSideBySide(tenant -> database.url() + "?schema=" + tenant);
            for (String tenant : TENANTS) {
                try (Connection connection = database.connect()) {
                    connection.setSchema(tenant);
                    assertOnlyOwnRows(connection, tenant);
                }
            }
        }
    }

    @Test
    void so_are_files(@TempDir Path folder) throws SQLException {
        workSideBySide(tenant -> folder.resolve(tenant + ".db").toString());
        for (String tenant : TENANTS) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(tenant + ".db"))) {
                assertOnlyOwnRows(connection, tenant);
            }
        }
    }

    /** Says where a tenant's data is. */
    private interface Place {
        String urlOf(String tenant);
    }

    private static void workSideBySide(Place place) {
        try (DefaultRunner one = open(place, TENANTS.get(0));
                DefaultRunner two = open(place, TENANTS.get(1))) {
            List<ExecutionHandle> ofOne = new ArrayList<>();
            List<ExecutionHandle> ofTwo = new ArrayList<>();
            for (int number = 0; number < EXECUTIONS; number++) {
                ofOne.add(start(one, TENANTS.get(0), number));
                ofTwo.add(start(two, TENANTS.get(1), number));
            }
            assertOwn(one, ofOne, TENANTS.get(0));
            assertOwn(two, ofTwo, TENANTS.get(1));
            List<ExecutionId> foreign = ofTwo.stream().map(ExecutionHandle::id).toList();
            assertThat(foreign).allSatisfy(id -> assertThat(one.find(id)).isEmpty());
            assertThat(foreign).allSatisfy(id -> assertThat(one.handleOf(id)).isEmpty());
        }
    }

    private static DefaultRunner open(Place place, String tenant) {
        return DefaultRunner.builder()
                .url(place.urlOf(tenant))
                .settings(Leases.PATIENT::in)
                .workflows(Shapes.diamond(context -> requireOwn(context, tenant)))
                .open();
    }

    /** The body belongs to a tenant, as it would in an application that opens one runner for each. */
    private static void requireOwn(TaskContext context, String tenant) {
        if (!context.require("tenant", String.class).equals(tenant)) {
            throw new IllegalStateException("a task of another tenant");
        }
        context.put(context.task(), Secrets.of(tenant));
    }

    private static ExecutionHandle start(DefaultRunner runner, String tenant, int number) {
        return runner.start(
                Shapes.DIAMOND,
                Context.of("tenant", tenant, "secret", Secrets.of(tenant)),
                StartOptions.idempotencyKey("no. " + number));
    }

    private static void assertOwn(DefaultRunner runner, List<ExecutionHandle> handles, String tenant) {
        assertThat(handles).allSatisfy(handle -> {
            ExecutionResult result = handle.result(Chapter.PATIENCE);
            assertThat(result.requireCompleted().context().require("d", String.class))
                    .isEqualTo(Secrets.of(tenant));
        });
        assertThat(runner.list(new ExecutionFilter(null, Set.of(), null, 1000))).hasSize(EXECUTIONS);
    }

    private static void assertOnlyOwnRows(Connection connection, String tenant) throws SQLException {
        String other = TENANTS.get(1 - TENANTS.indexOf(tenant));
        assertThat(Rows.of(connection, "select written from task_contexts"))
                .hasSize(EXECUTIONS * (Shapes.DIAMOND_TASKS + 1))
                .allSatisfy(row -> assertThat(row).contains(tenant).doesNotContain(other));
        assertThat(Rows.of(connection, "select count(*) from task_executions where status <> 'COMPLETED'"))
                .containsExactly("0");
    }

    /** What a workflow is, is stored for each tenant by itself, too. */
    @Test
    void a_tenant_does_not_know_the_workflows_of_another(@TempDir Path folder) {
        String url = folder.resolve("tenant_one.db").toString();
        String other = folder.resolve("tenant_two.db").toString();
        Workflow own = Workflow.named("own").task("a", context -> {}).build();
        try (DefaultRunner one = DefaultRunner.open(url, own);
                DefaultRunner two = DefaultRunner.open(other, Shapes.diamond(context -> {}))) {
            one.execute("own", Secrets.context());
            assertThat(two.list(new ExecutionFilter("own", Set.of(), null, 10))).isEmpty();
        }
    }
}
