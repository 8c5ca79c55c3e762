package io.cloacina.simulation.plan;

import io.cloacina.domain.retry.RetryCondition;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.workflow.TaskOptions;
import java.time.Duration;
import java.util.List;

/**
 * A task as data.
 *
 * @param turns what its body does on the first attempt, the second, and so on; the last one on every later attempt
 */
public record Chore(
        String id,
        List<String> dependencies,
        Rule rule,
        int maxAttempts,
        Duration retryDelay,
        Duration timeout,
        List<Turn> turns,
        List<Write> writes) {

    /** Thrown by a body that is not to be tried again. */
    public static final class ForGood extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ForGood(String message) {
            super(message);
        }
    }

    public Turn turn(int attempt) {
        return turns.get(Math.min(attempt, turns.size()) - 1);
    }

    /** What its body throws. */
    public RuntimeException failure(Turn turn) {
        String message = id + " does not work";
        return turn.ending() == Turn.Ending.THROWS_FOR_GOOD ? new ForGood(message) : new IllegalStateException(message);
    }

    TaskOptions options() {
        RetryPolicy retry = RetryPolicy.exponential()
                .maxAttempts(maxAttempts)
                .initialDelay(retryDelay)
                .maxDelay(Duration.ofSeconds(20));
        RetryCondition unlessForGood = error -> !(error instanceof ForGood);
        return TaskOptions.after(dependencies)
                .when(rule.toTriggerRule())
                .retry(retry.retryOn(unlessForGood))
                .timeout(timeout);
    }
}
