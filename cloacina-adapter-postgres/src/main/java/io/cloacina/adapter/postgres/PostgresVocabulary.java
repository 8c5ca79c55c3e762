package io.cloacina.adapter.postgres;

import io.cloacina.jpa.RowColumn;
import io.cloacina.jpa.SqlVocabulary;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How PostgreSQL spells what every statement needs.
 *
 * <p>Now is {@code statement_timestamp()}: the server's clock, read anew for each statement (a transaction that waited for locks
 * would see an old {@code now()}), yet constant within one, so that an index can be searched by it (which {@code
 * clock_timestamp()} forbids). A statement that itself waits sees a time that is a little early, so that a lease ends early
 * and expiry is noticed late: both on the safe side.
 *
 * <p>A set comes as JSON. That every row equals itself is said for the planner, which takes it for a condition that few rows meet:
 * it expects one row instead of a hundred, begins there, and follows an index for each. Otherwise it would rather read a
 * whole index of a table that was small when it looked.
 *
 * <p>Locks are {@code for no key update}: a foreign key's own {@code key share} lock does not wait for them, nor they for it.
 */
final class PostgresVocabulary implements SqlVocabulary {

    @Override
    public String now() {
        return "statement_timestamp()";
    }

    @Override
    public String after(String micros) {
        return "(statement_timestamp() + cast(" + micros + " as bigint) * interval '1 microsecond')";
    }

    @Override
    public String until(String instant) {
        return "cast(extract(epoch from " + instant + " - statement_timestamp()) * 1000000 as bigint)";
    }

    @Override
    public String rows(List<RowColumn> columns) {
        return """
                (select %s
                from rows from (json_to_recordset(cast(?1 as json)) as (%s)) with ordinality as member(%s, nth)
                where member.nth = member.nth + 0)""".formatted(
                        listed(columns, PostgresVocabulary::read),
                        listed(columns, PostgresVocabulary::declared),
                        listed(columns, RowColumn::name));
    }

    @Override
    public String lock() {
        return "for no key update";
    }

    @Override
    public String skipLocked() {
        return "for no key update skip locked";
    }

    private static String listed(List<RowColumn> columns, Function<RowColumn, String> each) {
        return columns.stream().map(each).collect(Collectors.joining(", "));
    }

    private static String read(RowColumn column) {
        return column.type() == RowColumn.Type.JSON
                ? "cast(" + column.name() + " as jsonb) as " + column.name()
                : column.name();
    }

    private static String declared(RowColumn column) {
        return column.name() + " " + type(column.type());
    }

    private static String type(RowColumn.Type type) {
        return switch (type) {
            case JSON -> "text";
            case INT -> "integer";
            case LONG -> "bigint";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
