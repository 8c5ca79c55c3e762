package io.cloacina.ports.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads {@code checks.sql}, once. */
final class Checks {

    private static final String RESOURCE = "checks.sql";
    private static final Pattern CHECK = Pattern.compile("(?ms)^-- (Q[0-9]+[a-z]?): ([^\n]+)\n(.+?);$");

    static final List<Invariant> ALL = CHECK.matcher(text())
            .results()
            .map(found -> new Invariant(found.group(1), found.group(2), found.group(3)))
            .toList();

    private Checks() {}

    private static String text() {
        try (InputStream resource = Checks.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(resource, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(RESOURCE + " of this artifact cannot be read", broken);
        }
    }
}
