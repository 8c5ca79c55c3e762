package io.cloacina.domain.workflow;

import io.cloacina.domain.workflow.WorkflowProblem.TimeoutOutOfBounds;
import java.time.Duration;
import java.util.Optional;

/** How long a time-out may be: from a millisecond (databases keep microseconds) to ten years (clocks do not overflow). */
final class TimeoutRule {

    static final Duration LEAST = Duration.ofMillis(1);
    static final Duration MOST = Duration.ofDays(3650);

    private TimeoutRule() {}

    /** The problem with a time-out, if there is one. */
    static Optional<WorkflowProblem> objection(String subject, Duration timeout) {
        boolean fits = timeout.compareTo(LEAST) >= 0 && timeout.compareTo(MOST) <= 0;
        return fits ? Optional.empty() : Optional.of(new TimeoutOutOfBounds(subject, timeout, LEAST, MOST));
    }
}
