package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.jpa.Micros;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a native result. Knows every form in which the databases hand over the few types that we store. */
final class Row {

    private final @Nullable Object[] values;

    private Row(@Nullable Object[] values) {
        this.values = values;
    }

    /** A result of one column comes as the bare value. */
    static Row of(@Nullable Object result) {
        return result instanceof Object[] values ? new Row(values) : new Row(new @Nullable Object[] {result});
    }

    ExecutionId execution(int column) {
        return new ExecutionId(uuid(column));
    }

    TaskRef task(int column) {
        return new TaskRef(execution(column), integer(column + 1));
    }

    ClaimRef claim(int column) {
        return new ClaimRef(task(column), integer(column + 2));
    }

    UUID uuid(int column) {
        Object value = present(column);
        if (value instanceof byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        return (UUID) value;
    }

    boolean isNull(int column) {
        return values[column] == null;
    }

    int integer(int column) {
        return ((Number) present(column)).intValue();
    }

    @Nullable
    Integer integerOrNull(int column) {
        return values[column] == null ? null : integer(column);
    }

    long number(int column) {
        return ((Number) present(column)).longValue();
    }

    boolean flag(int column) {
        Object value = present(column);
        return value instanceof Number number ? number.intValue() != 0 : (Boolean) value;
    }

    String text(int column) {
        return present(column).toString();
    }

    @Nullable
    String textOrNull(int column) {
        Object value = values[column];
        return value == null ? null : value.toString();
    }

    /** A word of the execution that the first column names. */
    <E extends Enum<E>> E word(int column, WordColumn<E> words) {
        return words.read(execution(0), text(column));
    }

    /** A word, or none, of the execution that the first column names. */
    <E extends Enum<E>> @Nullable E wordOrNull(int column, WordColumn<E> words) {
        return words.readOrNull(execution(0), textOrNull(column));
    }

    /** A distance in microseconds, never negative. */
    @Nullable
    Duration distance(int column) {
        return values[column] instanceof Number micros
                ? Duration.of(Math.max(0, micros.longValue()), ChronoUnit.MICROS)
                : null;
    }

    Instant instant(int column) {
        Object value = present(column);
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : Micros.toInstant(((Number) value).longValue());
    }

    @Nullable
    Instant instantOrNull(int column) {
        return values[column] == null ? null : instant(column);
    }

    private Object present(int column) {
        return Objects.requireNonNull(values[column], "a column that is never null");
    }
}
