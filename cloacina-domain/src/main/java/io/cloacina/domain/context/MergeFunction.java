package io.cloacina.domain.context;

import io.cloacina.domain.json.JsonValue;
import java.util.List;

/**
 * Makes one value of those that unordered tasks wrote under one key. Runs when the task that inherits them starts, and
 * again for each of its attempts, so it must give the same result for the same values. What it throws fails that
 * attempt. It also runs whenever a final context is read whose last tasks left such a key, on the thread that reads the
 * result; what it throws there changes no outcome and is thrown to whoever asks the result for its context.
 */
@FunctionalInterface
public interface MergeFunction {

    /**
     * Merges the values of one key.
     *
     * @param key the key
     * @param values what the tasks wrote, in declared dependency order, at least one; a task that removed the key brings
     *     no value (if all removed it, it stays removed and nobody asks)
     * @return the value the task inherits; never null
     */
    JsonValue merge(String key, List<JsonValue> values);
}
