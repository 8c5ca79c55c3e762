package io.cloacina.adapter.postgres;

import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.TimeSource;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a runner would say when it opens a store. */
final class Settings {

    private Settings() {}

    static StoreSettings plain() {
        return settings(SchemaMode.MIGRATE, null, FaultPoints.NONE);
    }

    static StoreSettings verifying() {
        return settings(SchemaMode.VERIFY, null, FaultPoints.NONE);
    }

    static StoreSettings withSchema(String schema) {
        return settings(SchemaMode.MIGRATE, schema, FaultPoints.NONE);
    }

    static StoreSettings withFaults(FaultPoints faults) {
        return settings(SchemaMode.VERIFY, null, faults);
    }

    /** Of a runner whose clocks are these. */
    static StoreSettings withTime(TimeSource time) {
        return new StoreSettings("runner-1", time, SchemaMode.VERIFY, null, FaultPoints.NONE);
    }

    private static StoreSettings settings(SchemaMode mode, @Nullable String schema, FaultPoints faults) {
        return new StoreSettings("runner-1", new SystemTime(), mode, schema, faults);
    }

    private static final class SystemTime implements TimeSource {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }
}
