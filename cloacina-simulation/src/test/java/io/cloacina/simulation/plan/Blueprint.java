package io.cloacina.simulation.plan;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A workflow as data. */
public record Blueprint(
        String name,
        List<Chore> chores,
        ConflictPolicy.Mode conflicts,
        @Nullable Duration timeout) {

    /** The workflow, with bodies that do what each chore says. */
    public Workflow toWorkflow(Function<Chore, TaskBody> bodies) {
        WorkflowBuilder builder = Workflow.named(name).onConflict(policy());
        if (timeout != null) {
            builder.timeout(timeout);
        }
        chores.forEach(chore -> builder.task(chore.id(), bodies.apply(chore), chore.options()));
        return builder.build();
    }

    private ConflictPolicy policy() {
        return switch (conflicts) {
            case LAST_DECLARED -> ConflictPolicy.lastDeclared();
            case FAIL -> ConflictPolicy.fail();
            case MERGE -> ConflictPolicy.merge((key, values) -> joined(values));
        };
    }

    /** What the merge function makes of several values. */
    public static JsonValue joined(List<JsonValue> values) {
        return new JsonString(values.stream().map(JsonValue::toString).collect(Collectors.joining("|")));
    }

    /** The next version: one task less that nobody waits for. */
    public Blueprint without(String task) {
        List<Chore> rest =
                chores.stream().filter(chore -> !chore.id().equals(task)).toList();
        return new Blueprint(name, rest, conflicts, timeout);
    }

    /** Tasks that nobody names. */
    public List<String> loose() {
        return chores.stream()
                .map(Chore::id)
                .filter(id ->
                        chores.stream().noneMatch(chore -> chore.dependencies().contains(id)))
                .toList();
    }

    @Override
    public String toString() {
        return name + " " + conflicts + " timeout=" + timeout
                + chores.stream().map(chore -> "\n    " + chore).collect(Collectors.joining());
    }
}
