package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.RowColumn;
import io.cloacina.jpa.SqlVocabulary;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How SQLite spells what every statement needs. It has no clock that all could share, so now is the runner's, bound to the
 * statement. It needs no locks on rows: {@code begin immediate} has locked the file. A set is read by {@code jsonb_each}: with
 * {@code json_each} each row would be written as text again, and parsed again, before its first member is read.
 */
final class SqliteVocabulary implements SqlVocabulary {

    @Override
    public String now() {
        return RUNNER_TIME;
    }

    @Override
    public String after(String micros) {
        return "(" + RUNNER_TIME + " + " + micros + ")";
    }

    @Override
    public String until(String instant) {
        return "(" + instant + " - " + RUNNER_TIME + ")";
    }

    @Override
    public String rows(List<RowColumn> columns) {
        return columns.stream()
                .map(column -> read(column) + " as " + column.name())
                .collect(Collectors.joining(", ", "(select ", " from jsonb_each(?1))"));
    }

    @Override
    public String lock() {
        return "";
    }

    @Override
    public String skipLocked() {
        return "";
    }

    private static String read(RowColumn column) {
        String member = "value ->> '" + column.name() + "'";
        return column.type() == RowColumn.Type.UUID ? "unhex(" + member + ", '-')" : member;
    }
}
