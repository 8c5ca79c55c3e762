package io.cloacina.ports.verify;

import java.util.List;
import java.util.Objects;

/**
 * Something that holds in the tables of a SQL store at every commit, with the query that finds the rows that contradict it.
 * Immutable.
 *
 * @param id short and never given to another meaning, such as {@code Q7}
 * @param statement what holds, as a sentence without its full stop
 * @param query portable SQL that changes nothing and returns no row where the invariant holds; {@code {schema}} stands for what
 *     is written before a table's name, and {@code {until: t}}, where {@link #isTimed()}, for the microseconds until a time
 */
public record Invariant(String id, String statement, String query) {

    public Invariant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(query, "query");
    }

    /** All there are, in the order of {@code checks.sql}. */
    public static List<Invariant> all() {
        return Checks.ALL;
    }

    /** Whether the query reckons with times, which every database does in words of its own. */
    public boolean isTimed() {
        return query.contains("{until:");
    }

    @Override
    public String toString() {
        return id + ": " + statement;
    }
}
