package io.cloacina.domain.execution;

/** Why an execution that still has running tasks will end without starting another one. */
public enum Ending {
    /** A caller cancelled it: it ends {@link ExecutionStatus#CANCELLED}. */
    CANCELLED(ExecutionStatus.CANCELLED),
    /** Its time-out passed: it ends {@link ExecutionStatus#FAILED}. */
    TIMED_OUT(ExecutionStatus.FAILED);

    private final ExecutionStatus status;

    Ending(ExecutionStatus status) {
        this.status = status;
    }

    /**
     * Reads a stored ending.
     *
     * @throws UnknownStateException if no ending has that name
     */
    public static Ending parse(String text) {
        return UnknownStateException.parse(Ending.class, "ending of an execution", text);
    }

    /** The status the execution takes when its last task ends, whatever the tasks did. */
    public ExecutionStatus status() {
        return status;
    }
}
