package io.cloacina.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The queries of {@code checks.sql}: each finds rows that contradict one invariant, in portable SQL over the tables that
 * every SQL store has. The tables are named without a schema.
 */
public final class InvariantChecks {

    private static final String RESOURCE = "checks.sql";

    private static final Pattern CHECK = Pattern.compile("(?ms)^-- (Q[0-9]+[a-z]?): ([^\n]+)\n(.+?);$");

    private InvariantChecks() {}

    /** The SQL of each check by its name, in the order of the file: {@code Q1}, {@code Q1b}, … */
    public static Map<String, String> byName() {
        return read(3);
    }

    /** What each check says about a good database, by its name. */
    public static Map<String, String> invariants() {
        return read(2);
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

    private static Map<String, String> read(int group) {
        Map<String, String> checks = new LinkedHashMap<>();
        Matcher matcher = CHECK.matcher(text());
        while (matcher.find()) {
            checks.put(matcher.group(1), matcher.group(group));
        }
        return Collections.unmodifiableMap(checks);
    }

    private static String text() {
        try (InputStream resource = InvariantChecks.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(resource, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(RESOURCE + " of this artifact cannot be read", broken);
        }
    }
}
