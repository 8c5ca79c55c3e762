package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.PostgresDatabase;
import io.cloacina.testsupport.canary.TraceLogging;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverVersionTest {

    @ParameterizedTest
    @CsvSource({
        "42.7.11, true",
        "42.7.12, false",
        "42.7.14, false",
        "42.7.9, true",
        "42.6.99, true",
        "9.4.1212, true",
        "42.8.0, false",
        "43.0.0, false",
        "42.7.12-SNAPSHOT, false",
        "42.2.20.jre7, true",
        "unknown, false"
    })
    void versions_are_compared_by_number(String version, boolean isOld) {
        assertThat(new DriverVersion(version).isOld()).isEqualTo(isOld);
    }

    @Test
    void an_old_one_is_warned_of_and_no_other() {
        assertThat(linesAbout("42.7.11")).isEqualTo(1);
        assertThat(linesAbout("42.7.12")).isZero();
    }

    private static long linesAbout(String version) {
        String logger = PostgresStoreProvider.class.getName();
        long before = TraceLogging.linesOf(logger);
        new DriverVersion(version).warnIfOld("runner-1");
        return TraceLogging.linesOf(logger) - before;
    }

    @Test
    void ours_is_the_one_that_is_asked() throws SQLException {
        try (PostgresDatabase database = Databases.empty();
                Connection connection = database.connect()) {
            assertThat(DriverVersion.of(connection).text()).startsWith("42.");
            assertThat(DriverVersion.of(connection).isOld()).isFalse();
        }
    }
}
