package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.Moment;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.CallFault;
import io.cloacina.testsupport.FailingCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/**
 * One moment on a store whose calls to the driver fail, and what a stranger finds stored of it.
 *
 * @param whole what the moment changes when nothing fails
 */
record MomentTrial(ExecutionStore store, Connection stranger, FailingCalls calls, Moment moment, List<String> whole) {

    private static final List<String> NOTHING = List.of();

    /** Lets the moment happen once, to find out what it changes. */
    static MomentTrial of(ExecutionStore store, Connection stranger, FailingCalls calls, Moment moment)
            throws SQLException {
        Supplier<Object> ask = moment.prepare(store, moment + " unharmed");
        StoredRows before = StoredRows.in(stranger);
        ask.get();
        List<String> whole = before.changesTo(StoredRows.in(stranger));
        assertThat(whole.isEmpty()).as("%s changes %s", moment, whole).isEqualTo(!moment.changes());
        return new MomentTrial(store, stranger, calls, moment, whole);
    }

    /** Whether the moment made that many calls; in either case what is said of it is true. */
    boolean failsTruly(int call, CallFault fault) throws SQLException {
        Supplier<Object> ask = moment.prepare(store, moment + " " + call);
        Object right = moment.changes() ? "" : ask.get();
        StoredRows before = StoredRows.in(stranger);
        calls.arm(call, fault);
        Object answer = answer(ask);
        boolean hasFailed = calls.disarm();
        StoredRows after = StoredRows.in(stranger);
        String what = moment + ", call " + call + ": " + answer;
        if (answer instanceof OutOfMemoryError) {
            assertThat(before.changesTo(after)).as(what).isIn(NOTHING, whole);
            assertStays(after, what);
        } else if (answer instanceof StoreException trouble) {
            assertThat(before.changesTo(after)).as(what).isEqualTo(stored(trouble, fault, what));
        } else {
            assertThat(before.changesTo(after)).as(what).isEqualTo(whole);
            assertThat(moment.changes() || right.equals(answer)).as(what).isTrue();
        }
        return hasFailed;
    }

    private static Object answer(Supplier<Object> ask) {
        try {
            return ask.get();
        } catch (StoreException | OutOfMemoryError trouble) {
            return trouble;
        }
    }

    /** Only a commit can be in doubt. That which failed after it took effect has stored all; every other trouble means nothing. */
    private List<String> stored(StoreException trouble, CallFault fault, String what) {
        if (trouble instanceof StoreException.OutcomeUnknown) {
            assertThat(calls.failedMethod()).as(what).isEqualTo("commit");
            return fault == CallFault.AFTER ? whole : NOTHING;
        }
        assertThat(trouble).as(what).isNotInstanceOf(StoreException.Unusable.class);
        return NOTHING;
    }

    /** Others take up the connections that somebody left in whatever state. */
    private void assertStays(StoredRows after, String what) throws SQLException {
        for (ExecutionStore.Lane lane : ExecutionStore.Lane.values()) {
            store.transact(lane, transaction -> lane);
        }
        assertThat(StoredRows.in(stranger))
                .as("once others went on after " + what)
                .isEqualTo(after);
    }
}
