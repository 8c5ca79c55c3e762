package io.cloacina.domain.context;

import io.cloacina.domain.json.JsonObject;
import java.util.Objects;
import java.util.Set;

/**
 * Several contexts flown into one.
 *
 * @param values the keys that have a value, and their values
 * @param inherited who wrote each key that came without conflict, removed ones included
 * @param resolved the keys whose conflict was resolved: whoever runs with this input becomes their writer. One that is
 *     not in {@code values} was resolved to a removal
 */
public record MergedContext(JsonObject values, KeyMap inherited, Set<String> resolved) {

    public MergedContext {
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(inherited, "inherited");
        resolved = KeyCopies.of(resolved);
    }

    /** The values as a context of its own: the final context of an execution. It may be larger than any limit on writes. */
    public Context toContext() {
        return Context.ofStored(values);
    }

    /** Names keys and writers only: values stay out of logs. */
    @Override
    public String toString() {
        return "MergedContext[inherited=" + inherited + ", resolved=" + resolved + "]";
    }
}
