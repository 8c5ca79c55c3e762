package io.cloacina.adapter.postgres;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.testsupport.canary.Canary;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A workflow of one task, and what is done with it in these tests. */
record Submission(UUID definition) {

    static Submission into(ExecutionStore store) {
        UUID id = UUID.randomUUID();
        var task = new StoredDefinition.Task("only", List.of());
        store.define(List.of(new StoredDefinition(id, "w-" + id, "1", "{}", List.of(task))));
        return new Submission(id);
    }

    NewExecution execution() {
        return execution(0);
    }

    NewExecution execution(int priority) {
        var id = new ExecutionId(UUID.randomUUID());
        return execution(
                id,
                new StoredContext(new ContextRef(id, ContextRef.INITIAL), "{}", "{\"k\":\"" + Canary.WORD + "\"}"),
                priority);
    }

    NewExecution execution(ExecutionId id, StoredContext context) {
        return execution(id, context, 0);
    }

    private NewExecution execution(ExecutionId id, StoredContext context, int priority) {
        return new NewExecution(id, definition, null, "digest", context, priority, null);
    }

    ExecutionId submit(ExecutionStore store) {
        NewExecution execution = execution();
        store.transact(Lane.WORK, tx -> tx.admit(List.of(execution)));
        return execution.id();
    }

    List<Claim> claim(ExecutionStore store, int limit) {
        return store.transact(Lane.WORK, tx -> tx.claim(request(limit)));
    }

    ClaimRequest request(int limit) {
        return request(List.of(definition), limit);
    }

    /** Of a worker that runs both workflows. */
    ClaimRequest requestWith(Submission other, int limit) {
        return request(List.of(definition, other.definition), limit);
    }

    private static ClaimRequest request(List<UUID> definitions, int limit) {
        return new ClaimRequest("worker", definitions, limit, Duration.ofSeconds(30));
    }
}
