package io.cloacina.jpa.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.jpa.ErrorTable;
import io.cloacina.jpa.ErrorTable.Kind;
import io.cloacina.jpa.ErrorTranslation;
import io.cloacina.ports.StoreException;
import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final ErrorTranslation ERRORS = new ErrorTranslation(
            "The database orders",
            ErrorTable.otherwise(Kind.UNUSABLE, "Report it.").build());

    /** A store that calls itself unusable stops the whole runner; one element that cannot be written must not. */
    @Test
    void what_the_provider_cannot_do_with_the_data_refuses_the_work() {
        assertThatThrownBy(() -> statements().query("store outcomes", entities -> {
                    throw new PersistenceException("a value of a type that nobody foresaw");
                }))
                .isInstanceOf(StoreException.Refused.class)
                .hasMessageContaining("could not store outcomes");
    }

    @SuppressWarnings("NullAway") // the query fails before it touches the rest
    private static Statements statements() {
        return new Statements(null, null, null, ERRORS);
    }
}
