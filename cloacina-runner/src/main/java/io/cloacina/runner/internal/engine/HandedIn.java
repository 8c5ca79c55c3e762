package io.cloacina.runner.internal.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sweep has handed in and still finds undone, because writes are slow or fail: it is not handed in again while
 * it waits. After a while it is, for it may have been given up. Not thread-safe.
 */
final class HandedIn<K> {

    private final long againAfterNanos;
    private final Map<K, Long> handedInAt = new HashMap<>();

    HandedIn(Duration againAfter) {
        this.againAfterNanos = againAfter.toNanos();
    }

    /** Those among what a look found that are to be handed in now; what it did not find is forgotten. */
    List<K> newAmong(Collection<K> found, long nanoTime) {
        handedInAt.keySet().retainAll(found);
        handedInAt.values().removeIf(at -> nanoTime - at >= againAfterNanos);
        List<K> fresh =
                found.stream().filter(key -> !handedInAt.containsKey(key)).toList();
        fresh.forEach(key -> handedInAt.put(key, nanoTime));
        return fresh;
    }
}
