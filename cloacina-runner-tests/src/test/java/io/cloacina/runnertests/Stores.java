package io.cloacina.runnertests;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.TimeSource;
import io.cloacina.ports.spi.StoreProvider;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.runner.internal.discovery.InstalledStores;
import io.cloacina.runner.internal.system.SystemTimeSource;

/** Opens stores as a runner does, for tests that come between the two. */
final class Stores {

    /** The clocks of this machine. */
    static final TimeSource CLOCK = new SystemTimeSource();

    private Stores() {}

    static ExecutionStore open(String url) {
        return open(url, FaultPoints.NONE);
    }

    static ExecutionStore open(String url, FaultPoints faults) {
        return open(InstalledStores.find().providerFor(new StoreUrl(url)), url, faults);
    }

    static ExecutionStore open(StoreProvider provider, String url) {
        return open(provider, url, FaultPoints.NONE);
    }

    private static ExecutionStore open(StoreProvider provider, String url, FaultPoints faults) {
        return provider.open(new StoreUrl(url), new StoreSettings("real", CLOCK, SchemaMode.MIGRATE, null, faults));
    }
}
