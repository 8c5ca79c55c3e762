package io.cloacina.ports;

import java.util.Objects;

/**
 * The context of one writer, as JSON text that the engine wrote and reads. The store keeps it and need not understand it;
 * it may give back an equal text in other notation.
 *
 * @param ref whose context it is
 * @param keys a JSON object: every key that is visible after this writer, mapped to the ordinal of the writer of its
 *     value. A key mapped to this very writer but absent from {@code written} was removed by it
 * @param written a JSON object: the values of the keys that this writer set
 */
public record StoredContext(ContextRef ref, String keys, String written) {

    public StoredContext {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(written, "written");
    }

    /** Names the writer only: the payload stays out of logs. */
    @Override
    public String toString() {
        return "StoredContext[" + ref + "]";
    }
}
