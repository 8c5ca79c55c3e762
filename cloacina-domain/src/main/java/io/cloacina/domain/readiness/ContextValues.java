package io.cloacina.domain.readiness;

import io.cloacina.domain.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** What was read of the contexts that tasks of one execution would get. It need not be all of them. */
@FunctionalInterface
public interface ContextValues {

    /** Nothing was read. */
    ContextValues NONE = ordinal -> Optional.empty();

    /** What was read of the context that a task would get; empty if nothing was read. */
    Optional<Glimpse> of(int ordinal);

    /** The contexts in a map from ordinal to what was read. The map is not copied. */
    static ContextValues of(Map<Integer, Glimpse> glimpses) {
        return ordinal -> Optional.ofNullable(glimpses.get(ordinal));
    }

    /**
     * The values of some keys of the context that a task would get.
     *
     * @param readable whether the context can be had at all: it cannot while a stored context is damaged, or two tasks
     *     wrote the same key and the workflow refuses that
     * @param values the values; a key that was asked for and is not here is absent from the context
     */
    record Glimpse(boolean readable, Map<String, JsonValue> values) {

        /** The context cannot be had. */
        public static final Glimpse UNREADABLE = new Glimpse(false, Map.of());

        public Glimpse {
            values = Map.copyOf(values);
        }

        /** The context can be had, and holds of the keys that were asked for these values. */
        public static Glimpse of(Map<String, JsonValue> values) {
            return new Glimpse(true, values);
        }
    }
}
