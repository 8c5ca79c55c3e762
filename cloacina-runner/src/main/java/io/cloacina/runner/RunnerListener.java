package io.cloacina.runner;

/**
 * Sees every transition that this runner makes, after it is durable: for progress lines, metrics, notifications.
 *
 * <p>A listener changes nothing: what it throws is logged once per kind of error and dropped. It is called by one thread
 * of the runner at a time, which holds no connection and runs no workflow; the events of one execution come in the order
 * of its history. A slow listener delays later events, not the workflows: they queue up behind it, in memory and without
 * bound, so that one which is slower than the workflows for long fills the heap. Advice: hand on what takes time, and drop
 * what cannot be kept up with. Delivery is not durable: what was not yet delivered when the process ended is not delivered
 * again; the {@code history} of the execution has it.
 */
public interface RunnerListener {

    /** Sees nothing. */
    RunnerListener NONE = new RunnerListener() {};

    /**
     * Something happened. Calls the more particular methods below; override this one to see every kind, or those to see
     * only theirs.
     */
    default void onEvent(TransitionEvent event) {
        switch (event.kind()) {
            case EXECUTION_SUBMITTED -> executionSubmitted(event);
            case EXECUTION_COMPLETED, EXECUTION_FAILED, EXECUTION_CANCELLED -> executionEnded(event);
            case TASK_CLAIMED -> taskStarted(event);
            case TASK_RETRY_SCHEDULED -> taskRetried(event);
            case TASK_COMPLETED, TASK_FAILED, TASK_ABANDONED, TASK_SKIPPED, TASK_CANCELLED -> taskEnded(event);
            default -> {
                // The other kinds are rare; who wants them overrides onEvent.
            }
        }
    }

    /** An execution was stored. */
    default void executionSubmitted(TransitionEvent event) {}

    /** An execution became terminal. */
    default void executionEnded(TransitionEvent event) {}

    /** A try of a task is about to run here. */
    default void taskStarted(TransitionEvent event) {}

    /** A try of a task failed and another one will follow. */
    default void taskRetried(TransitionEvent event) {}

    /** A task became terminal. */
    default void taskEnded(TransitionEvent event) {}
}
