package io.cloacina.runner.internal.discovery;

import io.cloacina.ports.spi.StoreUrl;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The adapters this project publishes, for messages only: which one a URL is meant for is decided by the installed
 * adapters themselves.
 */
enum KnownAdapter {
    POSTGRES("io.cloacina:cloacina-adapter-postgres", "(?i)(jdbc:)?postgres(ql)?:.*"),
    /** Also takes plain paths: whatever has no scheme. One letter before a colon is a Windows drive. */
    SQLITE("io.cloacina:cloacina-adapter-sqlite", "(?i)(jdbc:)?sqlite:.*|file:.*|:memory:.*|[a-z]:[^:]*|[^:]*(\\?.*)?");

    private final String coordinates;
    private final Pattern urls;

    KnownAdapter(String coordinates, String urls) {
        this.coordinates = coordinates;
        this.urls = Pattern.compile(urls, Pattern.DOTALL);
    }

    /** Group and artifact for a POM that imports the BOM. */
    String coordinates() {
        return coordinates;
    }

    /** The adapter that a URL looks like. */
    static Optional<KnownAdapter> of(StoreUrl url) {
        return Arrays.stream(values())
                .filter(adapter -> adapter.urls.matcher(url.text()).matches())
                .findFirst();
    }
}
