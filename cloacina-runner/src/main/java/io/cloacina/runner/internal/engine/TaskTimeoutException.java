package io.cloacina.runner.internal.engine;

import io.cloacina.domain.CloacinaException;
import java.time.Duration;

/** A try of a task took longer than its time-out. Transient by definition. */
final class TaskTimeoutException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    TaskTimeoutException(String task, Duration timeout) {
        super("task '" + task + "' did not end within its time-out of " + timeout
                + ". Raise the time-out, or make the body faster.");
    }
}
