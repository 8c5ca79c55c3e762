package io.cloacina.jpa.internal;

import io.cloacina.ports.StoredDefinition;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One row of {@code workflow_tasks}, on its way in. */
record DefinedTask(UUID definition, int ordinal, StoredDefinition.Task task) {

    static Stream<DefinedTask> of(StoredDefinition definition) {
        return IntStream.range(0, definition.tasks().size())
                .mapToObj(ordinal -> new DefinedTask(
                        definition.id(), ordinal, definition.tasks().get(ordinal)));
    }
}
