package io.cloacina.domain.execution;

/** What happened to an execution or to one task of it. The name is what the history stores. */
public enum EventKind {
    EXECUTION_SUBMITTED(false),
    EXECUTION_STARTED(false),
    EXECUTION_CANCEL_REQUESTED(false),
    EXECUTION_TIMED_OUT(false),
    EXECUTION_PARKED(false),
    EXECUTION_UNPARKED(false),
    EXECUTION_COMPLETED(false),
    EXECUTION_FAILED(false),
    EXECUTION_CANCELLED(false),
    TASK_READY(true),
    TASK_CLAIMED(true),
    TASK_COMPLETED(true),
    TASK_FAILED(true),
    TASK_RETRY_SCHEDULED(true),
    TASK_RELEASED(true),
    TASK_LEASE_EXPIRED(true),
    TASK_ABANDONED(true),
    TASK_SKIPPED(true),
    TASK_CANCELLED(true);

    private final boolean ofTask;

    EventKind(boolean ofTask) {
        this.ofTask = ofTask;
    }

    /**
     * Reads a stored kind.
     *
     * @throws UnknownStateException if no kind has that name
     */
    public static EventKind parse(String text) {
        return UnknownStateException.parse(EventKind.class, "kind of event", text);
    }

    /** Whether an event of this kind names a task; otherwise it speaks of the execution as a whole. */
    public boolean isOfTask() {
        return ofTask;
    }
}
