package io.cloacina.domain.context;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What one dependency brings along: keys, each with its nearest writer, or with several in order. */
sealed interface Branch {

    /** Tells each key with each of its nearest writers, in order. */
    void forEach(BiConsumer<String, Integer> keyAndWriter);

    /** Ends in a completed task, or begins at the start of the execution: one writer per key. */
    record Stored(KeyMap keys) implements Branch {
        @Override
        public void forEach(BiConsumer<String, Integer> keyAndWriter) {
            keys.writers().forEach(keyAndWriter);
        }
    }

    /** Ends in a task that passes on what flowed into it. */
    record Passing(Map<String, List<Integer>> nearest) implements Branch {
        @Override
        public void forEach(BiConsumer<String, Integer> keyAndWriter) {
            nearest.forEach((key, writers) -> writers.forEach(writer -> keyAndWriter.accept(key, writer)));
        }
    }
}
