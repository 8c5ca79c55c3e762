package io.cloacina.testsupport;

import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values for parameters, each acceptable by itself: those of the JDK are known, others are given. Not thread-safe. */
final class Samples {

    private final Map<Class<?>, Object> known = new LinkedHashMap<>(Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(double.class, 2.0),
            Map.entry(boolean.class, true),
            Map.entry(Object.class, "sample"),
            Map.entry(Class.class, String.class),
            Map.entry(Throwable.class, new IllegalStateException()),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Optional.class, Optional.empty()),
            Map.entry(Collection.class, List.of()),
            Map.entry(List.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Map.class, Map.of())));

    void put(Class<?> type, Object sample) {
        known.put(type, sample);
    }

    /** A value for each parameter; texts differ, so that none is refused for coming twice. */
    @Nullable
    Object[] of(Executable entry) {
        Class<?>[] types = entry.getParameterTypes();
        return IntStream.range(0, types.length)
                .mapToObj(i -> types[i] == String.class ? "sample-" + i : of(types[i]))
                .toArray();
    }

    /** A value of the type. */
    Object of(Class<?> type) {
        Object sample = known.get(type);
        if (sample != null) {
            return sample;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        throw new IllegalStateException("Give a sample of " + type.getName() + " to the sweep");
    }
}
