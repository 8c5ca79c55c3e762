package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.Moment;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.CallFault;
import io.cloacina.testsupport.FailingCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whichever call to the driver fails while a store is asked something: what it says of the outcome is true, and what is stored is
 * all of it or nothing. Every moment of the ports, every call of it.
 */
abstract class FailingMomentChapter extends Chapter {

    /** In this order they can be emptied. */
    private static final List<String> TABLES = List.of(
            "execution_events",
            "task_contexts",
            "task_executions",
            "workflow_executions",
            "workflow_dependencies",
            "workflow_tasks",
            "workflow_definitions");

    @ParameterizedTest
    @EnumSource(names = {"INSTEAD", "AFTER", "MEMORY_ENDS"})
    void whichever_call_of_a_moment_fails_the_store_says_truly_what_became_of_it(CallFault fault, TestReporter reporter)
            throws SQLException {
        FailingCalls calls = new FailingCalls(backend().trouble());
        int failed = 0;
        try (ExecutionStore store = backend().openThrough(calls);
                Connection stranger = backend().connect()) {
            for (Moment moment : Moment.all()) {
                int call = 1;
                while (failsTruly(store, stranger, moment, calls, call, fault)) {
                    call++;
                }
                assertThat(call).as("calls of %s", moment).isGreaterThan(1);
                failed += call - 1;
                assertThat(Verify.database(backend().url()).violations())
                        .as("after %s", moment)
                        .isEmpty();
                empty(stranger);
            }
        }
        reporter.publishEntry("moments " + fault, failed + " calls");
        assertThat(calls.openConnections()).as("connections left open").isZero();
    }

    /** Whether the moment made that many calls. */
    private static boolean failsTruly(
            ExecutionStore store, Connection stranger, Moment moment, FailingCalls calls, int call, CallFault fault)
            throws SQLException {
        Supplier<Object> ask = moment.prepare(store, moment + " " + call);
        Object right = moment.changes() ? "" : ask.get();
        List<String> before = rows(stranger);
        calls.arm(call, fault);
        Object answer = answer(ask);
        boolean hasFailed = calls.disarm();
        List<String> after = rows(stranger);
        String what = moment + ", call " + call + ": " + answer;
        if (answer instanceof OutOfMemoryError) {
            goOn(store);
            assertThat(rows(stranger)).as("once others went on after " + what).isEqualTo(after);
            return hasFailed;
        }
        if (!(answer instanceof StoreException)) {
            assertThat(after.equals(before)).as(what).isEqualTo(!moment.changes());
            assertThat(moment.changes() || right.equals(answer)).as(what).isTrue();
        } else if (answer instanceof StoreException.OutcomeUnknown) {
            assertThat(calls.failedMethod()).as(what).isEqualTo("commit");
        } else {
            assertThat(answer).as(what).isNotInstanceOf(StoreException.Unusable.class);
            assertThat(after).as(what).isEqualTo(before);
        }
        return hasFailed;
    }

    /** Takes up the connections that somebody left in whatever state. */
    private static void goOn(ExecutionStore store) {
        for (ExecutionStore.Lane lane : ExecutionStore.Lane.values()) {
            store.transact(lane, transaction -> lane);
        }
    }

    private static Object answer(Supplier<Object> ask) {
        try {
            return ask.get();
        } catch (StoreException | OutOfMemoryError trouble) {
            return trouble;
        }
    }

    /** Everything that is stored. */
    private static List<String> rows(Connection stranger) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            Rows.of(stranger, "select * from " + table).stream().sorted().forEach(rows::add);
        }
        return rows;
    }

    private static void empty(Connection stranger) throws SQLException {
        try (Statement statement = stranger.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table);
            }
        }
    }
}
