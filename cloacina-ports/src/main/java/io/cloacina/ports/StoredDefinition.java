package io.cloacina.ports;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The code-free part of a workflow, stored once and shared by all its executions. Immutable: its id is taken from its
 * content.
 *
 * @param id the first 128 bits of the SHA-256 of its canonical form
 * @param name the workflow's name
 * @param version the workflow's version: 16 hex digits
 * @param document the definition as JSON text, written and read by the engine
 * @param tasks its tasks, each at the index that is its ordinal
 */
public record StoredDefinition(UUID id, String name, String version, String document, List<Task> tasks) {

    public StoredDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(document, "document");
        tasks = List.copyOf(tasks);
    }

    /**
     * One task of a definition.
     *
     * @param name its id within the workflow
     * @param dependencies the ordinals of its direct dependencies, all smaller than its own, in declared order
     */
    public record Task(String name, List<Integer> dependencies) {

        public Task {
            Objects.requireNonNull(name, "name");
            dependencies = List.copyOf(dependencies);
        }
    }
}
