package io.cloacina.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.ErrorTable.Kind;
import io.cloacina.ports.StoreException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.junit.jupiter.api.Test;

class ErrorTranslationTest {

    private static final String PAYLOAD = "p4yload";

    private final ErrorTranslation errors = new ErrorTranslation(
            "The database orders",
            ErrorTable.otherwise(Kind.UNUSABLE, "Report it.")
                    .state("08", Kind.CONNECTION_LOST, "Look at the network.")
                    .stateRolledBack("40", Kind.CONTENDED, "Try again.")
                    .stateRolledBack("23", Kind.REFUSED, "Correct the data.")
                    .state("53", Kind.OUT_OF_ROOM, "Make room.")
                    .state("53200", Kind.UNUSABLE, "Buy memory.")
                    .codeRolledBack(5, Kind.CONTENDED, "Try again.")
                    .code(10, Kind.UNUSABLE, "Look at the disk.")
                    .build());

    @Test
    void each_kind_of_the_table_is_an_exception() {
        assertThat(failed(state("40001"))).isInstanceOf(StoreException.Contended.class);
        assertThat(failed(state("08006"))).isInstanceOf(StoreException.ConnectionLost.class);
        assertThat(failed(state("23505"))).isInstanceOf(StoreException.Refused.class);
        assertThat(failed(state("53100"))).isInstanceOf(StoreException.OutOfRoom.class);
        assertThat(failed(state("42P01"))).isInstanceOf(StoreException.Unusable.class);
    }

    @Test
    void the_longest_known_prefix_and_a_known_code_go_first() {
        assertThat(failed(state("53200"))).isInstanceOf(StoreException.Unusable.class);
        assertThat(failed(new SQLException(PAYLOAD, "08006", 5))).isInstanceOf(StoreException.Contended.class);
        assertThat(failed(new SQLException(PAYLOAD, null, 77))).isInstanceOf(StoreException.Unusable.class);
    }

    @Test
    void a_commit_that_failed_is_unknown_unless_the_error_is_sure() {
        assertThat(errors.commitFailed(state("08006"))).isInstanceOf(StoreException.OutcomeUnknown.class);
        assertThat(errors.commitFailed(new SQLException(PAYLOAD, null, 10)))
                .isInstanceOf(StoreException.OutcomeUnknown.class);
        assertThat(errors.commitFailed(new IllegalStateException(PAYLOAD)))
                .isInstanceOf(StoreException.OutcomeUnknown.class);
        assertThat(errors.commitFailed(state("40001"))).isInstanceOf(StoreException.Contended.class);
        assertThat(errors.commitFailed(new SQLException(PAYLOAD, null, 5)))
                .isInstanceOf(StoreException.Contended.class);
    }

    @Test
    void an_empty_pool_is_out_of_room_and_tells_its_state() {
        SQLException empty = new SQLTransientConnectionException("total=10, active=10, idle=0, waiting=3");
        SQLException refused = new SQLTransientConnectionException("timed out", "08001", 0, state("08001"));

        assertThat(failed(new IllegalStateException(empty)))
                .isInstanceOf(StoreException.OutOfRoom.class)
                .hasMessageContaining("waiting=3");
        assertThat(failed(refused)).isInstanceOf(StoreException.ConnectionLost.class);
    }

    @Test
    void the_message_says_subject_action_state_and_remedy_and_nothing_of_the_data() {
        StoreException failure = failed(new IllegalStateException("insert … " + PAYLOAD, state("23505")));

        assertThat(failure)
                .hasMessage("The database orders could not admit: SQLState 23505. Correct the data."
                        + " See docs/troubleshooting.md#refused.")
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void what_is_no_error_of_the_database_makes_the_opening_fail() {
        assertThat(failed(new IllegalArgumentException(PAYLOAD)))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageNotContaining(PAYLOAD);
    }

    @Test
    void what_is_no_error_of_the_database_refuses_the_work_and_the_runner_goes_on() {
        IllegalArgumentException fault = new IllegalArgumentException(PAYLOAD);

        assertThat(errors.workFailed("admit", fault))
                .isInstanceOf(StoreException.Refused.class)
                .hasMessage("The database orders could not admit: IllegalArgumentException."
                        + " This is a fault of the library: report it with the cause."
                        + " See docs/troubleshooting.md#refused.")
                .hasCause(fault);
    }

    @Test
    void a_connection_that_the_provider_finds_gone_is_lost_and_says_nothing_of_the_work() {
        RuntimeException gone = DatabaseException.databaseAccessorConnectionIsNull(null, null);

        assertThat(errors.workFailed("admit", new PersistenceException(PAYLOAD, gone)))
                .isInstanceOf(StoreException.ConnectionLost.class)
                .hasMessageNotContaining(PAYLOAD);
    }

    @Test
    void an_error_of_the_database_means_in_the_work_what_it_means_elsewhere() {
        assertThat(errors.workFailed("admit", new IllegalStateException(state("40001"))))
                .isInstanceOf(StoreException.Contended.class);
    }

    private StoreException failed(Throwable failure) {
        return errors.failed("admit", failure);
    }

    private static SQLException state(String state) {
        return new SQLException(PAYLOAD, state);
    }
}
