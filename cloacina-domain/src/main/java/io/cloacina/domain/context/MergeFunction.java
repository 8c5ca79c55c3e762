package io.cloacina.domain.context;

import io.cloacina.domain.json.JsonValue;
import java.util.List;

/**
 * Makes one value of those that unordered tasks wrote under one key. Runs when the task that inherits them starts, and
 * again for each of its attempts, so it must give the same result for the same values. What it throws fails that
 * attempt.
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
