package io.cloacina.contract;

import static java.util.function.Predicate.not;

import io.cloacina.ports.verify.Invariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The queries of {@link Invariant} that read the same on every database: each finds rows that contradict one invariant, in
 * the tables that every SQL store has. The tables are named without a schema.
 */
public final class InvariantChecks {

    private InvariantChecks() {}

    /** The SQL of each check by its name, in the order of the file: {@code Q1}, {@code Q1b}, … */
    public static Map<String, String> byName() {
        return mapped(invariant -> invariant.query().replace("{schema}", ""));
    }

    /** What each check says about a good database, by its name. */
    public static Map<String, String> invariants() {
        return mapped(Invariant::statement);
    }

    private static Map<String, String> mapped(Function<Invariant, String> value) {
        Map<String, String> mapped = new LinkedHashMap<>();
        portable().forEach(invariant -> mapped.put(invariant.id(), value.apply(invariant)));
        return Collections.unmodifiableMap(mapped);
    }

    private static Stream<Invariant> portable() {
        return Invariant.all().stream().filter(not(Invariant::isTimed));
    }

    /**
     * Runs every check.
     *
     * @param query runs one query and returns its rows, each as a readable text
     * @throws AssertionError naming every invariant that is violated, with its rows
     */
    public static void run(Function<String, List<String>> query) {
        Map<String, String> invariants = invariants();
        List<String> violations = new ArrayList<>();
        byName().forEach((name, sql) -> {
            List<String> rows = query.apply(sql);
            if (!rows.isEmpty()) {
                violations.add(name + " (" + invariants.get(name) + ") is violated by " + rows);
            }
        });
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }
}
