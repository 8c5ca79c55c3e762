package io.cloacina.domain.task;

/**
 * The work of a task, written by the user.
 *
 * <p>A body may run more than once: its worker may crash after the work and before the outcome is stored. Its outcome is
 * recorded exactly once. So a call to the outside carries {@link TaskContext#executionKey()} as its idempotency key. One
 * body serves many executions at once and therefore keeps no state of its own.
 */
@FunctionalInterface
public interface TaskBody {

    /**
     * Does the work once. Returning completes the task and stores what was written to the context; throwing fails this
     * try, stores nothing, and lets the task's retry policy decide.
     *
     * @param context the input of the task, and where its output goes; usable until this method returns
     * @throws Exception whatever went wrong; any {@code Throwable} fails the try and nothing else
     */
    void run(TaskContext context) throws Exception;
}
