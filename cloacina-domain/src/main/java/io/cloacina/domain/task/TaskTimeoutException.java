package io.cloacina.domain.task;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.retry.TransientError;
import java.time.Duration;

/** A try of a task took longer than the task's time-out. Transient by definition: the next try may be faster. */
public final class TaskTimeoutException extends CloacinaException implements TransientError {

    private static final long serialVersionUID = 1L;

    public TaskTimeoutException(String task, int attempt, Duration timeout) {
        super("Attempt " + attempt + " of task \"" + task + "\" was ended because it took longer than its time-out of "
                + timeout + ". Raise the time-out, or let the body do less.");
    }
}
