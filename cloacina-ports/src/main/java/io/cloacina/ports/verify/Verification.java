package io.cloacina.ports.verify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What was found when a database was looked through. Immutable.
 *
 * @param database its name, password hidden
 * @param checked what was asked, in this order
 * @param violations what does not hold; empty when the database is clean
 */
public record Verification(String database, List<Invariant> checked, List<Violation> violations) {

    public Verification {
        Objects.requireNonNull(database, "database");
        checked = List.copyOf(checked);
        violations = List.copyOf(violations);
    }

    /** Whether every invariant holds. */
    public boolean isClean() {
        return violations.isEmpty();
    }

    /** The report as plain text, one line for each row that is shown; ends without a line break. */
    public String report() {
        if (isClean()) {
            return database + ": clean, " + checked.size() + " invariants hold";
        }
        return violations.stream()
                .map(Verification::paragraph)
                .collect(Collectors.joining(
                        "\n",
                        database + ": " + violations.size() + " of " + checked.size() + " invariants are violated\n",
                        ""));
    }

    private static String paragraph(Violation violation) {
        long more = violation.count() - violation.rows().size();
        return violation.invariant() + "\n"
                + violation.rows().stream().map(Verification::line).collect(Collectors.joining("\n"))
                + (more == 0 ? "" : "\n    and " + more + " more");
    }

    private static String line(Map<String, String> row) {
        return row.entrySet().stream()
                .map(column -> column.getKey() + "=" + column.getValue())
                .collect(Collectors.joining(" ", "    ", ""));
    }

    /** The same as {@link #report()}. */
    @Override
    public String toString() {
        return report();
    }
}
