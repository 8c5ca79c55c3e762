package io.cloacina.domain.trigger;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * A condition about how one task ended.
 *
 * @param task the id of the task
 * @param status {@code COMPLETED}, {@code FAILED} or {@code SKIPPED}
 */
public record TaskCondition(String task, TaskStatus status) implements Condition {

    private static final String ASKED = "ask for COMPLETED, FAILED or SKIPPED";

    private static final Map<String, TaskStatus> KINDS = Map.of(
            "taskCompleted", TaskStatus.COMPLETED,
            "taskFailed", TaskStatus.FAILED,
            "taskSkipped", TaskStatus.SKIPPED);

    public TaskCondition {
        given(task, "the task of a condition", "name a task on which the other one depends");
        given(status, "the status of a task condition", ASKED);
        if (!KINDS.containsValue(status)) {
            throw new RefusedArgumentException("the status of a task condition", "must not be " + status, ASKED);
        }
    }

    /** The status whose conditions are stored under that name, if there is one. */
    static Optional<TaskStatus> statusOf(String kind) {
        return Optional.ofNullable(KINDS.get(kind));
    }

    @Override
    public boolean holds(TriggerView view) {
        return view.status(task) == status;
    }

    @Override
    public String objection(TriggerView view) {
        return "task '" + task + "' is " + view.status(task) + ", not " + status;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder().add("kind", kind()).add("task", task).build();
    }

    private String kind() {
        return switch (status) {
            case COMPLETED -> "taskCompleted";
            case FAILED -> "taskFailed";
            default -> "taskSkipped";
        };
    }

    /** As it is written in code: {@code taskFailed('charge')}. */
    @Override
    public String toString() {
        return kind() + "('" + task + "')";
    }
}
