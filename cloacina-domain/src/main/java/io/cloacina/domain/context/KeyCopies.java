package io.cloacina.domain.context;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Unmodifiable copies of what context keys name. Keys are data, and whoever chooses them can choose many with one hash:
 * a lookup in the copies of {@link Map#copyOf} and {@link Set#copyOf} then walks past all of them, in these it does not.
 */
final class KeyCopies {

    private KeyCopies() {}

    /** @throws NullPointerException if the map, a key or a value is null */
    static <V> Map<String, V> of(Map<String, V> map) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.forEach((key, value) -> {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, key);
        });
        return Collections.unmodifiableMap(copy);
    }

    /** @throws NullPointerException if the collection or a key is null */
    static Set<String> of(Collection<String> keys) {
        Set<String> copy = new LinkedHashSet<>(keys);
        copy.forEach(Objects::requireNonNull);
        return Collections.unmodifiableSet(copy);
    }
}
