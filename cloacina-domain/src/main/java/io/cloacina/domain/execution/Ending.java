package io.cloacina.domain.execution;

/** Why an execution that still has running tasks will end without starting another one. */
public enum Ending {
    /** A caller cancelled it: it ends {@link ExecutionStatus#CANCELLED}. */
    CANCELLED,
    /** Its time-out passed: it ends {@link ExecutionStatus#FAILED}. */
    TIMED_OUT
}
