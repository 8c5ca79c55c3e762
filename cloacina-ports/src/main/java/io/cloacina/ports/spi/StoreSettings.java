package io.cloacina.ports.spi;

import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.TimeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a runner tells a store when it opens it.
 *
 * @param runner the runner's name, for log lines and for the database's list of sessions
 * @param time the runner's clocks
 * @param schemaMode whether the schema is brought up to date or only checked
 * @param schema the schema to use, on a backend that has schemas; null for the backend's default
 * @param faults where tests interfere
 */
public record StoreSettings(
        String runner,
        TimeSource time,
        SchemaMode schemaMode,
        @Nullable String schema,
        FaultPoints faults) {

    public StoreSettings {
        Objects.requireNonNull(runner, "runner");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(schemaMode, "schemaMode");
        Objects.requireNonNull(faults, "faults");
    }

    /** What is done about the schema at open. */
    public enum SchemaMode {
        /** Migrations are applied; needs rights to make tables. */
        MIGRATE,
        /** Nothing is changed; a schema that is not of this version is refused. */
        VERIFY
    }
}
