package io.cloacina.faults.check;

import io.cloacina.domain.execution.EventKind;

/**
 * A row of the history.
 *
 * @param task the task's name, or empty for an event of the execution
 * @param micros when, by the database's clock
 */
record StoredEvent(String execution, EventKind kind, String task, int epoch, int attempt, String worker, long micros) {

    /** As a body knows its claim. */
    String claim() {
        return execution + "/" + task + "#" + epoch;
    }

    /** The name of the process that wrote it: its runner's, before the first dash. */
    String process() {
        return worker.substring(0, Math.max(0, worker.indexOf('-')));
    }
}
