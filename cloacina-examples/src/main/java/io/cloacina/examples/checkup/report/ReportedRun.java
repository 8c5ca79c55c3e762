package io.cloacina.examples.checkup.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The execution that made a report.
 *
 * @param execution its id
 * @param store where its state was kept, as people call it: {@code SQLite}
 * @param submitted when it was stored
 * @param completed when it ended
 * @param tasks its tasks, each after its dependencies
 */
public record ReportedRun(
        String execution, String store, Instant submitted, Instant completed, List<ReportedTask> tasks) {

    public ReportedRun {
        tasks = List.copyOf(tasks);
    }

    /** From submission to the end, pauses between two processes included. */
    Duration duration() {
        return Duration.between(submitted, completed);
    }
}
