package io.cloacina.runner.internal.engine;

import io.cloacina.domain.context.ContextDraft;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.task.TaskContext;
import java.util.Optional;
import java.util.Set;

/** What a running body sees: the draft of its context, and the identity of its claim. */
record LiveTaskContext(HeldTask held, String workflow, String task, ContextDraft draft) implements TaskContext {

    @Override
    public ExecutionId executionId() {
        return held.ref().task().execution();
    }

    @Override
    public int attempt() {
        return held.claim().attempt();
    }

    @Override
    public String attemptToken() {
        return executionKey() + "#" + held.ref().epoch();
    }

    @Override
    public boolean isCancelled() {
        return held.isStopRequested();
    }

    @Override
    public Set<String> keys() {
        return draft.keys();
    }

    @Override
    public JsonObject toJson() {
        return draft.toJson();
    }

    @Override
    public Optional<JsonValue> get(String key) {
        return draft.get(key);
    }

    @Override
    public void insert(String key, Object value) {
        draft.insert(key, value);
    }

    @Override
    public void update(String key, Object value) {
        draft.update(key, value);
    }

    @Override
    public void put(String key, Object value) {
        draft.put(key, value);
    }

    @Override
    public void remove(String key) {
        draft.remove(key);
    }

    /** Names the task only: values stay out of logs. */
    @Override
    public String toString() {
        return "TaskContext[" + attemptToken() + "]";
    }
}
