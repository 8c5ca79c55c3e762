package io.cloacina.jpa.internal;

import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Definitions of workflows, stored once and read whole. */
record Definitions(Statements statements) {

    void define(Collection<StoredDefinition> definitions) {
        Map<UUID, StoredDefinition> missing = new LinkedHashMap<>();
        definitions.forEach(definition -> missing.putIfAbsent(definition.id(), definition));
        List<StoredDefinition> created = insert(missing.values()).stream()
                .map(missing::remove)
                .filter(Objects::nonNull)
                .toList();
        requireStored(missing.values());
        if (!created.isEmpty()) {
            insertTasks(created.stream().flatMap(DefinedTask::of).toList());
        }
    }

    private List<UUID> insert(Collection<StoredDefinition> definitions) {
        return ids(statements.select(
                StoreStatement.DEFINE,
                definitions,
                (row, definition) -> row.id("id", definition.id())
                        .text("name", definition.name())
                        .text("version", definition.version())
                        .text("document", definition.document())));
    }

    /** What was not inserted is there already, or has lost its name and version to another one. */
    private void requireStored(Collection<StoredDefinition> definitions) {
        Set<UUID> stored = new HashSet<>(ids(statements.select(
                StoreStatement.DEFINITIONS_BY_ID, definitions, (row, definition) -> row.id("id", definition.id()))));
        for (StoredDefinition definition : definitions) {
            if (!stored.contains(definition.id())) {
                throw new StoreException.Refused(
                        "Definition " + definition.id() + " cannot be stored: another one has its name and version."
                                + " Give the workflow another name.",
                        null);
            }
        }
    }

    private void insertTasks(List<DefinedTask> tasks) {
        statements.update(
                StoreStatement.DEFINE_TASKS,
                tasks,
                (row, task) -> row.id("definition", task.definition())
                        .number("ordinal", task.ordinal())
                        .text("name", task.task().name())
                        .number("open", task.task().dependencies().size()));
        List<Dependency> dependencies = tasks.stream().flatMap(Dependency::of).toList();
        statements.update(
                StoreStatement.DEFINE_DEPENDENCIES,
                dependencies,
                (row, dependency) -> row.id("definition", dependency.definition())
                        .number("ordinal", dependency.ordinal())
                        .number("place", dependency.place())
                        .number("depends_on", dependency.dependsOn()));
    }

    private static List<UUID> ids(List<Row> rows) {
        return rows.stream().map(row -> row.uuid(0)).toList();
    }

    Set<UUID> idsOf(Collection<String> names) {
        return Set.copyOf(ids(statements.select(
                StoreStatement.DEFINITION_IDS_BY_NAME, names, (row, name) -> row.text("name", name))));
    }

    List<StoredDefinition> identified(UUID id) {
        return whole(statements.select(StoreStatement.DEFINITIONS_BY_ID, List.of(id), Definitions::write));
    }

    private List<StoredDefinition> whole(List<Row> definitions) {
        List<UUID> ids = ids(definitions);
        Map<UUID, List<String>> names = new HashMap<>();
        statements
                .select(StoreStatement.DEFINITION_TASKS, ids, Definitions::write)
                .forEach(row -> names.computeIfAbsent(row.uuid(0), id -> new ArrayList<>())
                        .add(row.text(2)));
        Map<Place, List<Integer>> dependencies = new HashMap<>();
        statements
                .select(StoreStatement.DEFINITION_DEPENDENCIES, ids, Definitions::write)
                .forEach(row -> dependencies
                        .computeIfAbsent(new Place(row.uuid(0), row.integer(1)), place -> new ArrayList<>())
                        .add(row.integer(2)));
        return definitions.stream()
                .map(row -> definition(row, names.getOrDefault(row.uuid(0), List.of()), dependencies))
                .toList();
    }

    private static StoredDefinition definition(Row row, List<String> names, Map<Place, List<Integer>> dependencies) {
        UUID id = row.uuid(0);
        List<StoredDefinition.Task> tasks = new ArrayList<>(names.size());
        for (String name : names) {
            List<Integer> own = dependencies.getOrDefault(new Place(id, tasks.size()), List.of());
            tasks.add(new StoredDefinition.Task(name, own));
        }
        return new StoredDefinition(id, row.text(1), row.text(2), row.text(3), tasks);
    }

    private static void write(JsonRows row, UUID id) {
        row.id("id", id);
    }

    private record Place(UUID definition, int ordinal) {}
}
