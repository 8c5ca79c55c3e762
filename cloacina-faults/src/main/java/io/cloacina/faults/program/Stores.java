package io.cloacina.faults.program;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.TimeSource;
import io.cloacina.ports.spi.StoreProvider;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import java.time.Instant;
import java.util.ServiceLoader;

/** Opens stores as a runner does, for whoever comes between the two. */
public final class Stores {

    private static final TimeSource CLOCK = new TimeSource() {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    };

    private Stores() {}

    /** The store behind that URL, which reaches these points at its commits. */
    public static ExecutionStore open(String url, String runner, FaultPoints faults) {
        StoreUrl storeUrl = new StoreUrl(url);
        return ServiceLoader.load(StoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.accepts(storeUrl))
                .findFirst()
                .orElseThrow()
                .open(storeUrl, new StoreSettings(runner, CLOCK, SchemaMode.MIGRATE, null, faults));
    }
}
