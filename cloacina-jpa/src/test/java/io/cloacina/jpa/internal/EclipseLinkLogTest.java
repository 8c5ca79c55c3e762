package io.cloacina.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.persistence.logging.SessionLog;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class EclipseLinkLogTest {

    @Test
    void what_goes_wrong_is_told_one_level_lower() {
        assertThat(EclipseLinkLog.toSlf4j(SessionLog.SEVERE, SessionLog.SQL)).isEqualTo(Level.WARN);
        assertThat(EclipseLinkLog.toSlf4j(SessionLog.WARNING, null)).isEqualTo(Level.INFO);
    }

    @Test
    void that_a_unit_has_no_entities_is_told_to_nobody_who_does_not_ask() {
        assertThat(EclipseLinkLog.toSlf4j(SessionLog.WARNING, SessionLog.METAMODEL))
                .isEqualTo(Level.TRACE);
    }
}
