package io.cloacina.ports.verify;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows that contradict one invariant. Immutable.
 *
 * @param invariant what does not hold
 * @param count how many rows contradict it; at least 1
 * @param rows the first of them, in no particular order: column to value, {@code execution_id} first; ids, numbers, statuses
 *     and names of workers, never what a user gave
 */
public record Violation(Invariant invariant, long count, List<Map<String, String>> rows) {

    public Violation {
        Objects.requireNonNull(invariant, "invariant");
        rows = List.copyOf(rows);
        if (rows.isEmpty() || count < rows.size()) {
            throw new IllegalArgumentException("a violation has rows, and counts at least those: " + count);
        }
    }
}
