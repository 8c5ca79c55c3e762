package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.StoreStatement;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Looks at the plan that the server would keep for a prepared statement, for parameters it does not know, on tables it has never
 * seen filled: the worst case, in which a plan that reads whole tables would be chosen and kept.
 */
class PlanTest {

    private static PostgresDatabase database;
    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        database = Databases.migrated();
        var source = (PGSimpleDataSource) new Sources(PostgresConfigTest.config(database.url())).forWork();
        // explain takes no parameters, and only this mode sends none
        source.setPreferQueryMode(PreferQueryMode.SIMPLE);
        connection = source.getConnection();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        database.close();
    }

    static Stream<StoreStatement> statements() {
        return EnumSet.allOf(StoreStatement.class).stream();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void no_statement_reads_a_whole_table_or_hashes_one(StoreStatement statement) throws SQLException {
        assertThat(plan(statement)).doesNotContain("Seq Scan", "Hash Join", "Merge Join", "Gather");
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIM, task_executions_claim",
        "PROMOTE_DUE, task_executions_due",
        "EXPIRED_CLAIMS, task_executions_leases",
        "CLAIMS_OF, task_executions_leases",
        "END, task_executions_pk",
        "EXTEND, task_executions_pk",
        "COUNT_DOWN, task_executions_pk",
        "LOCK, workflow_executions_pk",
        "OVERDUE_EXECUTIONS, workflow_executions_timeout",
        "OPEN_PARKED, workflow_executions_parked",
        "OPEN_UNPARKED, workflow_executions_open",
        "ADMITTED_BEFORE, workflow_executions_idempotency_key",
    })
    void each_moment_follows_its_index(StoreStatement statement, String index) throws SQLException {
        assertThat(plan(statement)).contains(index);
    }

    @Test
    void the_claim_takes_rows_in_the_order_of_its_index_and_finds_them_by_their_place() throws SQLException {
        assertThat(plan(StoreStatement.CLAIM)).contains("Tid Scan", "LockRows").containsOnlyOnce("Sort Key");
    }

    private static String plan(StoreStatement statement) throws SQLException {
        String sql = RenderedSql.of(statement);
        return String.join("\n", Databases.ask(connection, "explain (generic_plan, costs off) " + sql));
    }
}
