package io.cloacina.domain.execution;

import org.jspecify.annotations.Nullable;

/**
 * When an execution is over, and how it ended: exactly when all its tasks are terminal. A pure function of its counters,
 * so that no transaction reads ten thousand tasks to learn that one of them failed.
 */
public final class ExecutionOutcome {

    private ExecutionOutcome() {}

    /**
     * The status an execution has after tasks of it ended. Terminal statuses stay. With open tasks the status stays as
     * well. With none it is the {@linkplain Ending#status() status of the ending} if it has one, else {@code FAILED} if a
     * task failed, else {@code COMPLETED}.
     *
     * @param present the status until now
     * @param ending why it was to end without starting another task, or null
     * @param openTasks how many of its tasks are not terminal
     * @param failedTasks how many of its tasks failed
     * @throws IllegalArgumentException if a count is negative
     */
    public static ExecutionStatus after(
            ExecutionStatus present, @Nullable Ending ending, int openTasks, int failedTasks) {
        if (openTasks < 0 || failedTasks < 0) {
            throw new IllegalArgumentException("the counts of an execution must not be negative: " + openTasks
                    + " open tasks, " + failedTasks + " failed ones");
        }
        if (present.isTerminal() || openTasks > 0) {
            return present;
        }
        if (ending != null) {
            return ending.status();
        }
        return failedTasks > 0 ? ExecutionStatus.FAILED : ExecutionStatus.COMPLETED;
    }
}
