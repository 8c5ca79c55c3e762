package io.cloacina.jpa.internal;

import io.cloacina.jpa.SqlVocabulary;
import io.cloacina.ports.verify.Invariant;
import io.cloacina.ports.verify.Verification;
import io.cloacina.ports.verify.Violation;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks every invariant on one snapshot. Rows beyond those that are shown are counted and forgotten, so that a ruined database
 * of any size fits into memory.
 *
 * @param snapshot a connection in a transaction that sees one state of the database
 * @param shown how many rows of each violation are kept
 */
public record SnapshotCheck(Connection snapshot, Template template, int shown) {

    private static final int UUID_BYTES = 16;
    private static final int FETCH = 500;

    /** What is found, told under the name of the database. */
    public Verification of(String database) throws SQLException {
        List<Violation> violations = new ArrayList<>();
        for (Invariant invariant : Invariant.all()) {
            violationOf(invariant).ifPresent(violations::add);
        }
        return new Verification(database, Invariant.all(), violations);
    }

    private Optional<Violation> violationOf(Invariant invariant) throws SQLException {
        try (Statement statement = snapshot.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet found = statement.executeQuery(sql(invariant))) {
                long count = 0;
                List<Map<String, String>> rows = new ArrayList<>();
                for (; found.next(); count++) {
                    if (count < shown) {
                        rows.add(row(found));
                    }
                }
                return count == 0 ? Optional.empty() : Optional.of(new Violation(invariant, count, rows));
            }
        }
    }

    /** Only differences of times are looked at, so whose clock says what is now does not matter. */
    private String sql(Invariant invariant) {
        return template.render(invariant.query()).replace(SqlVocabulary.RUNNER_TIME, "0");
    }

    private static Map<String, String> row(ResultSet found) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            row.put(found.getMetaData().getColumnLabel(column), text(found.getObject(column)));
        }
        return Collections.unmodifiableMap(row);
    }

    /** Ids read the same on every database. */
    private static String text(@Nullable Object value) {
        if (value instanceof byte[] bytes && bytes.length == UUID_BYTES) {
            ByteBuffer halves = ByteBuffer.wrap(bytes);
            return new UUID(halves.getLong(), halves.getLong()).toString();
        }
        return value == null ? "-" : value.toString();
    }
}
