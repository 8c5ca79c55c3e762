package io.cloacina.runnertests;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.TimeSource;
import io.cloacina.ports.spi.StoreProvider;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import java.time.Instant;
import java.util.ServiceLoader;

/** Opens stores as a runner does, for tests that come between the two. */
final class Stores {

    /** The clocks of this machine. */
    static final TimeSource CLOCK = new TimeSource() {
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

    static ExecutionStore open(String url) {
        return open(url, FaultPoints.NONE);
    }

    static ExecutionStore open(String url, FaultPoints faults) {
        StoreUrl storeUrl = new StoreUrl(url);
        return ServiceLoader.load(StoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.accepts(storeUrl))
                .findFirst()
                .orElseThrow()
                .open(storeUrl, settings(faults));
    }

    static ExecutionStore open(StoreProvider provider, String url) {
        return provider.open(new StoreUrl(url), settings(FaultPoints.NONE));
    }

    private static StoreSettings settings(FaultPoints faults) {
        return new StoreSettings("real", CLOCK, SchemaMode.MIGRATE, null, faults);
    }
}
