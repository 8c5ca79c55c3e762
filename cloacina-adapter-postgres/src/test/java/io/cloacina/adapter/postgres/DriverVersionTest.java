package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.PostgresDatabase;
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
    void ours_is_the_one_that_is_asked() throws SQLException {
        try (PostgresDatabase database = Databases.empty();
                Connection connection = database.connect()) {
            assertThat(DriverVersion.of(connection).text()).startsWith("42.");
            assertThat(DriverVersion.of(connection).isOld()).isFalse();
        }
    }
}
