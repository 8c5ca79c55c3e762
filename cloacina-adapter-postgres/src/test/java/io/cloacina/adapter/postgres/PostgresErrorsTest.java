package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.ErrorTable.Kind;
import io.cloacina.jpa.ErrorTable.Meaning;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "40001, CONTENDED, true",
        "40P01, CONTENDED, true",
        "55P03, CONTENDED, true",
        "57014, CONTENDED, true",
        "25P03, CONTENDED, true",
        "26000, CONTENDED, true",
        "0A000, CONTENDED, true",
        "08001, CONNECTION_LOST, false",
        "08006, CONNECTION_LOST, false",
        "08P01, CONNECTION_LOST, false",
        "57P01, CONNECTION_LOST, false",
        "57P02, CONNECTION_LOST, false",
        "57P03, CONNECTION_LOST, false",
        "53100, OUT_OF_ROOM, true",
        "53200, OUT_OF_ROOM, true",
        "53300, OUT_OF_ROOM, true",
        "22021, REFUSED, true",
        "22P05, REFUSED, true",
        "22003, REFUSED, true",
        "23505, REFUSED, true",
        "23503, REFUSED, true",
        "54000, REFUSED, true",
        "54001, REFUSED, true",
        "42P01, UNUSABLE, true",
        "42501, UNUSABLE, true",
        "28P01, UNUSABLE, true",
        "3D000, UNUSABLE, true",
        "25006, UNUSABLE, true",
        "57P04, UNUSABLE, false",
        "XX000, UNUSABLE, false",
        "XX001, UNUSABLE, false",
        "58030, UNUSABLE, false",
    })
    void every_state_has_one_meaning(String state, Kind kind, boolean rolledBackAtCommit) {
        Meaning meaning = PostgresErrors.table().meaningOf(new SQLException("text is never looked at", state));

        assertThat(meaning.kind()).isEqualTo(kind);
        assertThat(meaning.rolledBackAtCommit()).isEqualTo(rolledBackAtCommit);
        assertThat(meaning.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"''", "99999"})
    void a_state_that_nobody_knows_stops_the_runner(String state) {
        assertThat(PostgresErrors.table().meaningOf(new SQLException("", state)).kind())
                .isEqualTo(Kind.UNUSABLE);
    }
}
