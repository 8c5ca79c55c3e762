package io.cloacina.runner.internal.json;

import io.cloacina.domain.workflow.TaskGraph;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.StoredDefinition;
import java.util.List;
import java.util.stream.IntStream;

/** Between definitions of workflows and what is stored of them. */
public final class DefinitionCodec {

    private DefinitionCodec() {}

    /** What is stored of a definition: its canonical document, and its graph in rows for whoever reads with SQL. */
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
     * Reads the document of a stored definition.
     *
     * @throws UnreadableJsonException if it is not JSON
     * @throws io.cloacina.domain.document.MalformedDefinitionException if it is not a definition this version knows
     */
    public static WorkflowDefinition fromStored(StoredDefinition stored) {
        return WorkflowDefinition.fromJson(JsonText.parse(stored.document()));
    }
}
