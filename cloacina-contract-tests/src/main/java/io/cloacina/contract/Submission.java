package io.cloacina.contract;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.StoredDefinition;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An execution to be admitted, said piece by piece. Each has an id of its own, larger than those before. */
record Submission(
        ExecutionId id,
        StoredDefinition definition,
        @Nullable String key,
        String digest,
        String context,
        int priority,
        @Nullable Duration timeout) {

    /**
     * In every key and every value that the suite stores: a word that no log line and no exception of a store may repeat. Our own stores
     * are listened to for it.
     */
    static final String SECRET = "canary-in-the-mine";

    private static final AtomicLong IDS = new AtomicLong(0x0192_0000_0000L);

    static Submission of(StoredDefinition definition) {
        return new Submission(nextId(), definition, null, "digest", "{\"start\":\"" + SECRET + "\"}", 0, null);
    }

    static ExecutionId nextId() {
        return new ExecutionId(new UUID(IDS.incrementAndGet() << 16 | 0x7000, 0x8000_0000_0000_0001L));
    }

    Submission withId(ExecutionId other) {
        return new Submission(other, definition, key, digest, context, priority, timeout);
    }

    /** With a key that ends so. */
    Submission withKey(String idempotencyKey) {
        return new Submission(id, definition, SECRET + idempotencyKey, digest, context, priority, timeout);
    }

    Submission withDigest(String inputDigest) {
        return new Submission(id, definition, key, inputDigest, context, priority, timeout);
    }

    /** Starts with these values, given as the text of a JSON object. */
    Submission withContext(String values) {
        return new Submission(id, definition, key, digest, values, priority, timeout);
    }

    Submission withPriority(int value) {
        return new Submission(id, definition, key, digest, context, value, timeout);
    }

    Submission withTimeout(Duration fromNow) {
        return new Submission(id, definition, key, digest, context, priority, fromNow);
    }

    NewExecution toNewExecution() {
        StoredContext initial = new StoredContext(new ContextRef(id, ContextRef.INITIAL), "{}", context);
        return new NewExecution(id, definition.id(), key, digest, initial, priority, timeout);
    }
}
