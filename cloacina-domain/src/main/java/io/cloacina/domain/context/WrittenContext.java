package io.cloacina.domain.context;

import io.cloacina.domain.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one writer leaves behind: what is stored of a completed task, or of the start of an execution.
 *
 * @param keys every key visible after this writer, and who wrote it. A key under this very writer that is not in {@code
 *     written} was removed by it
 * @param written the values of the keys that this writer set
 */
public record WrittenContext(KeyMap keys, JsonObject written) {

    public WrittenContext {
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(written, "written");
    }

    /** What the start of an execution leaves behind. */
    public static WrittenContext initial(Context context) {
        Map<String, Integer> writers = new HashMap<>();
        context.keys().forEach(key -> writers.put(key, KeyMap.INITIAL));
        return new WrittenContext(new KeyMap(writers), context.toJson());
    }

    /** Names the writers only: values stay out of logs. */
    @Override
    public String toString() {
        return "WrittenContext[keys=" + keys + "]";
    }
}
