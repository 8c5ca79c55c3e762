package io.cloacina.domain.workflow;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.document.ObjectReader;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.retry.RetrySettings;
import io.cloacina.domain.trigger.TriggerRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stored form of a definition, which is also what its hash is taken from. So its shape is for ever: a member that a
 * later version adds is left out while it has the value that was meant before, or every stored version would change. The
 * tasks stand in canonical order, their index is the ordinal that executions refer to.
 */
final class DefinitionDocument {

    private static final JsonValue FORMAT = JsonNumber.of(1);

    private DefinitionDocument() {}

    static JsonObject write(WorkflowDefinition definition) {
        return JsonObject.builder()
                .add("format", FORMAT)
                .add("name", definition.name())
                .add("onConflict", definition.conflictMode().name())
                .add("timeout", textOrNull(definition.timeout()))
                .add("tasks", array(definition.tasks().stream().map(DefinitionDocument::write)))
                .build();
    }

    private static JsonObject write(TaskDefinition task) {
        return JsonObject.builder()
                .add("id", task.id())
                .add("after", array(task.dependencies().stream().map(JsonString::new)))
                .add("when", task.rule().toJson())
                .add("retry", task.retry().toJson())
                .add("timeout", text(task.timeout()))
                .add("codeVersion", task.codeVersion())
                .build();
    }

    private static JsonValue textOrNull(Optional<Duration> duration) {
        return duration.<JsonValue>map(DefinitionDocument::text).orElse(JsonNull.NULL);
    }

    private static JsonString text(Duration duration) {
        return new JsonString(duration.toString());
    }

    private static JsonArray array(Stream<? extends JsonValue> elements) {
        return new JsonArray(elements.<JsonValue>map(element -> element).toList());
    }

    static WorkflowDefinition read(JsonValue document) {
        ObjectReader members = ObjectReader.of("$", document);
        if (!members.value("format").equals(FORMAT)) {
            throw members.malformed("format", "the format of the document is unknown");
        }
        try {
            return read(members);
        } catch (InvalidWorkflowException invalid) {
            throw new MalformedDefinitionException("$", "it is not a valid workflow", invalid);
        }
    }

    private static WorkflowDefinition read(ObjectReader members) {
        List<TaskDefinition> tasks = new ArrayList<>();
        for (JsonValue task : members.array("tasks")) {
            tasks.add(readTask(members.where("tasks[" + tasks.size() + "]"), task));
        }
        WorkflowDefinition definition = WorkflowDefinition.of(
                members.text("name"),
                tasks,
                conflictMode(members),
                members.duration("timeout").orElse(null));
        members.end();
        if (!definition.tasks().equals(tasks)) {
            throw members.malformed("tasks", "the tasks are not in canonical order");
        }
        return definition;
    }

    private static ConflictPolicy.Mode conflictMode(ObjectReader members) {
        String text = members.text("onConflict");
        return Arrays.stream(ConflictPolicy.Mode.values())
                .filter(mode -> mode.name().equals(text))
                .findFirst()
                .orElseThrow(() -> members.malformed("onConflict", "the conflict policy is unknown"));
    }

    private static TaskDefinition readTask(String where, JsonValue value) {
        ObjectReader members = ObjectReader.of(where, value);
        TaskDefinition task = new TaskDefinition(
                members.text("id"),
                dependencies(members),
                TriggerRule.fromJson(members.where("when"), members.value("when")),
                RetrySettings.fromJson(members.where("retry"), members.value("retry")),
                members.duration("timeout").orElseThrow(() -> members.malformed("timeout", "expected a duration")),
                members.text("codeVersion"));
        members.end();
        return task;
    }

    private static List<String> dependencies(ObjectReader members) {
        return members.array("after").stream()
                .map(id -> {
                    if (id instanceof JsonString text) {
                        return text.value();
                    }
                    throw members.malformed("after", "expected strings");
                })
                .collect(Collectors.toList());
    }
}
