package io.cloacina.runner.internal.json;

import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.workflow.TaskGraph;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.StoredDefinition;
import java.util.List;
import java.util.stream.IntStream;

/** Between a workflow's definition and its stored form, see {@link StoredDefinition}. */
public final class DefinitionCodec {

    private DefinitionCodec() {}

    /** What is stored: the canonical document, and beside it the graph that the store counts dependencies by. */
    public static StoredDefinition toStored(WorkflowDefinition definition) {
        TaskGraph graph = definition.graph();
        List<StoredDefinition.Task> tasks = IntStream.range(0, graph.size())
                .mapToObj(ordinal -> new StoredDefinition.Task(graph.id(ordinal), graph.dependencies(ordinal)))
                .toList();
        return new StoredDefinition(
                definition.id(),
                definition.name(),
                definition.version(),
                definition.toJson().canonical(),
                tasks);
    }

    /**
     * Reads what {@link #toStored} made. Since a definition's id is taken from its content, a document that was tampered
     * with, or reads otherwise than it was written, is noticed here.
     *
     * @throws MalformedDefinitionException if the document cannot be read by this version, or is not the one that the id,
     *     name, version and tasks beside it belong to
     */
    public static WorkflowDefinition fromStored(StoredDefinition stored) {
        WorkflowDefinition definition = WorkflowDefinition.fromJson(parse(stored));
        StoredDefinition expected = toStored(definition);
        boolean fits = expected.id().equals(stored.id())
                && expected.name().equals(stored.name())
                && expected.version().equals(stored.version())
                && expected.tasks().equals(stored.tasks());
        if (!fits) {
            throw new MalformedDefinitionException(
                    "$", "the document is not the one that id " + stored.id() + " means");
        }
        return definition;
    }

    private static JsonValue parse(StoredDefinition stored) {
        try {
            return JsonText.parse(stored.document());
        } catch (UnreadableJsonException e) {
            throw new MalformedDefinitionException("$", e.fault(), e);
        }
    }
}
