package io.cloacina.domain.task;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.ContextClosedException;
import io.cloacina.domain.context.ContextKeyException;
import io.cloacina.domain.context.ContextView;
import io.cloacina.domain.context.DataBindingException;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.InvalidPayloadException;

/**
 * What a task body sees and writes while it runs. Reads show the task's input and, over it, what the body itself has
 * written so far. Writes are stored when the body returns, all or none; successors see them, siblings do not.
 *
 * <p>What is refused changes nothing: null with a {@link RefusedArgumentException}, a blank key with an {@link
 * InvalidPayloadException}, the rest as each method says.
 *
 * <p>Thread-safe. Usable until the body returns; after that every write throws {@link ContextClosedException}.
 */
public interface TaskContext extends ContextView {

    /** The execution this task belongs to. */
    ExecutionId executionId();

    /** The name of the workflow. */
    String workflow();

    /** The id of this task. */
    String task();

    /** The number of this try, from 1; raised by retries only, not by recovery after a crash. */
    int attempt();

    /**
     * {@code <execution id>/<task id>}: equal over all attempts, for idempotent calls to the outside.
     */
    default String executionKey() {
        return executionId() + "/" + task();
    }

    /** {@code <execution id>/<task id>#<epoch>}: differs per claim and grows with it, for fencing outside. */
    String attemptToken();

    /** Whether the execution was cancelled, ran out of time, or this worker lost the task: the outcome will be dropped. */
    boolean isCancelled();

    /**
     * Sets a key that has no value.
     *
     * @throws ContextKeyException.KeyExists if it has one
     * @throws InvalidPayloadException if the value, or the context with it, could not be stored
     * @throws DataBindingException if the value cannot be turned into JSON
     */
    void insert(String key, Object value);

    /**
     * Changes a key that has a value.
     *
     * @throws ContextKeyException.KeyAbsent if it has none
     * @throws InvalidPayloadException if the value, or the context with it, could not be stored
     * @throws DataBindingException if the value cannot be turned into JSON
     */
    void update(String key, Object value);

    /**
     * Sets a key, whether it has a value or not. Putting an equal value is a write like any other.
     *
     * @throws InvalidPayloadException if the value, or the context with it, could not be stored
     * @throws DataBindingException if the value cannot be turned into JSON
     */
    void put(String key, Object value);

    /** Takes a key away, for this task and those after it; does nothing when it has no value. */
    void remove(String key);
}
