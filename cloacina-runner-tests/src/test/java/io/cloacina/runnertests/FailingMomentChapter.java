package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.Moment;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.CallFault;
import io.cloacina.testsupport.FailingCalls;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whichever call to the driver fails while a store is asked something: what it says of the outcome is true, and what is stored is
 * all of it or nothing. Every moment of the ports, every call of it.
 */
abstract class FailingMomentChapter extends Chapter {

    @ParameterizedTest
    @EnumSource(names = {"INSTEAD", "AFTER", "MEMORY_ENDS"})
    void whichever_call_of_a_moment_fails_the_store_says_truly_what_became_of_it(CallFault fault, TestReporter reporter)
            throws SQLException {
        FailingCalls calls = new FailingCalls(backend().trouble());
        int failed = 0;
        try (ExecutionStore store = backend().openThrough(calls);
                Connection stranger = backend().connect()) {
            for (Moment moment : Moment.of(store.traits())) {
                MomentTrial trial = MomentTrial.of(store, stranger, calls, moment);
                int call = 1;
                while (trial.failsTruly(call, fault)) {
                    call++;
                }
                assertThat(call).as("calls of %s", moment).isGreaterThan(1);
                failed += call - 1;
                assertThat(Verify.database(backend().url()).violations())
                        .as("after %s", moment)
                        .isEmpty();
                StoredRows.empty(stranger);
            }
        }
        reporter.publishEntry("moments " + fault, failed + " calls");
        assertThat(calls.openConnections()).as("connections left open").isZero();
    }
}
