package io.cloacina.domain.trigger;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonObject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule about the direct dependencies of a task as a whole. */
public enum DependencyRule implements TriggerRule {
    /** Every dependency completed. */
    ALL_COMPLETED("allCompleted"),
    /** Every dependency completed or was skipped. */
    NONE_FAILED("noneFailed"),
    /** At least one dependency completed. */
    ANY_COMPLETED("anyCompleted"),
    /** At least one dependency failed. */
    ANY_FAILED("anyFailed"),
    /** However the dependencies ended. */
    ALWAYS("always");

    private final String kind;

    DependencyRule(String kind) {
        this.kind = kind;
    }

    /** The rule whose stored name this is, if there is one. */
    static Optional<DependencyRule> ofKind(String kind) {
        return EnumSet.allOf(DependencyRule.class).stream()
                .filter(rule -> rule.kind.equals(kind))
                .findFirst();
    }

    @Override
    public boolean holds(TriggerView view) {
        return switch (this) {
            case ALL_COMPLETED, NONE_FAILED -> obstacle(view).isEmpty();
            case ANY_COMPLETED -> any(TaskStatus.COMPLETED, view);
            case ANY_FAILED -> any(TaskStatus.FAILED, view);
            case ALWAYS -> true;
        };
    }

    @Override
    public String objection(TriggerView view) {
        return switch (this) {
            case ALL_COMPLETED, NONE_FAILED ->
                obstacle(view)
                        .map(dependency -> "dependency '" + dependency + "' " + view.status(dependency))
                        .orElse("");
            case ANY_COMPLETED -> "no dependency " + TaskStatus.COMPLETED;
            case ANY_FAILED -> "no dependency " + TaskStatus.FAILED;
            case ALWAYS -> "";
        };
    }

    /** The first dependency, as declared, that ended as it must not. */
    private Optional<String> obstacle(TriggerView view) {
        return view.dependencies().stream()
                .filter(dependency -> !tolerates(view.status(dependency)))
                .findFirst();
    }

    private boolean tolerates(TaskStatus status) {
        return status == TaskStatus.COMPLETED || (this == NONE_FAILED && status == TaskStatus.SKIPPED);
    }

    private static boolean any(TaskStatus status, TriggerView view) {
        return view.dependencies().stream().anyMatch(dependency -> view.status(dependency) == status);
    }

    @Override
    public Stream<Condition> conditions() {
        return Stream.empty();
    }

    @Override
    public boolean looksAtDependencies() {
        return this != ALWAYS;
    }

    @Override
    public int levels() {
        return 1;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder().add("kind", kind).build();
    }

    /** As it is written in code: {@code allCompleted()}. */
    @Override
    public String toString() {
        return kind + "()";
    }
}
