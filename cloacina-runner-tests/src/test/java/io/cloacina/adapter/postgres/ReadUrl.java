package io.cloacina.adapter.postgres;

import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreUrl;

/** What PostgreSQL's adapter understands before it opens anything. */
public final class ReadUrl {

    private ReadUrl() {}

    /** The schema in which it would look for the tables. */
    public static String schema(StoreUrl url, StoreSettings settings) {
        return PostgresConfig.of(url, settings).schema().name();
    }
}
