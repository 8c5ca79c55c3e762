package io.cloacina.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.Ending;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final UUID ID = UUID.fromString("0192f0c1-7b2e-7000-8000-000000000001");
    private static final Instant TIME = Instant.parse("2026-11-22T12:00:00.123457Z");

    @Test
    void every_form_in_which_a_database_hands_over_a_value_is_known() {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(ID.getMostSignificantBits())
                .putLong(ID.getLeastSignificantBits())
                .array();

        assertThat(Row.of(ID).uuid(0)).isEqualTo(ID);
        assertThat(Row.of(bytes).uuid(0)).isEqualTo(ID);
        assertThat(Row.of(Timestamp.from(TIME)).instant(0)).isEqualTo(TIME);
        assertThat(Row.of(TIME.atOffset(ZoneOffset.ofHours(2))).instant(0)).isEqualTo(TIME);
        assertThat(Row.of(TIME.getEpochSecond() * 1_000_000 + 123_457).instant(0))
                .isEqualTo(TIME);
        assertThat(Row.of(true).flag(0)).isTrue();
        assertThat(Row.of(0).flag(0)).isFalse();
        assertThat(Row.of(7L).integer(0)).isEqualTo(7);
    }

    @Test
    void null_is_null_where_it_may_be() {
        Row row = Row.of(new Object[] {ID, null, "CANCELLED", -5L});

        assertThat(row.textOrNull(1)).isNull();
        assertThat(row.instantOrNull(1)).isNull();
        assertThat(row.wordOrNull(1, WordColumn.ENDING)).isNull();
        assertThat(row.wordOrNull(2, WordColumn.ENDING)).isEqualTo(Ending.CANCELLED);
        assertThat(row.distance(1)).isNull();
        assertThat(row.distance(3)).isEqualTo(Duration.ZERO);
        assertThat(row.instantOrNull(3)).isEqualTo(Instant.EPOCH.minusNanos(5_000));
    }
}
