package io.cloacina.ports;

import io.cloacina.domain.execution.ExecutionId;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An execution to be admitted.
 *
 * @param id made by the engine
 * @param definition the id of a definition given to {@link ExecutionStore#define} before
 * @param idempotencyKey at most one execution of the database carries it; null for none
 * @param inputDigest a digest of workflow name and initial context: equal for equal submissions
 * @param context the initial context; its writer is {@link ContextRef#INITIAL}
 * @param priority higher is claimed first; 0 unless asked for
 * @param timeout from now by the store's clock until the execution fails, or null for none
 */
public record NewExecution(
        ExecutionId id,
        UUID definition,
        @Nullable String idempotencyKey,
        String inputDigest,
        StoredContext context,
        int priority,
        @Nullable Duration timeout) {

    public NewExecution {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(inputDigest, "inputDigest");
        if (!context.ref().equals(new ContextRef(id, ContextRef.INITIAL))) {
            throw new IllegalArgumentException("the context of " + id + " must be its initial one: " + context.ref());
        }
    }

    /** Hides the idempotency key; the context hides its values. */
    @Override
    public String toString() {
        return "NewExecution[id=" + id + ", definition=" + definition + ", idempotencyKey="
                + (idempotencyKey == null ? "none" : "***") + ", context=" + context + ", priority=" + priority
                + ", timeout=" + timeout + "]";
    }
}
