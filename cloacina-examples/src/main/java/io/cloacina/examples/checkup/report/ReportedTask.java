package io.cloacina.examples.checkup.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One task of the run, as the drawings show it.
 *
 * @param id its name in the workflow
 * @param dependencies the ids of the tasks before it
 * @param status how it ended: {@code COMPLETED}, {@code FAILED}, {@code SKIPPED}, {@code CANCELLED}
 * @param started when its last try began, if it ever did
 * @param completed when it ended
 */
public record ReportedTask(
        String id, List<String> dependencies, String status, Optional<Instant> started, Instant completed) {

    public ReportedTask {
        dependencies = List.copyOf(dependencies);
    }

    /** How long its last try took; zero if it never ran. */
    Duration duration() {
        return started.map(start -> Duration.between(start, completed)).orElse(Duration.ZERO);
    }

    /** Its status as a CSS class. */
    String cssClass() {
        return status.toLowerCase(Locale.ROOT);
    }
}
