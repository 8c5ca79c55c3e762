package io.cloacina.jpa.internal;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One row of {@code workflow_dependencies}, on its way in. */
record Dependency(UUID definition, int ordinal, int place, int dependsOn) {

    static Stream<Dependency> of(DefinedTask task) {
        return IntStream.range(0, task.task().dependencies().size())
                .mapToObj(place -> new Dependency(
                        task.definition(),
                        task.ordinal(),
                        place,
                        task.task().dependencies().get(place)));
    }
}
