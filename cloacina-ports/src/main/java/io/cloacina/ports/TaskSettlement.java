package io.cloacina.ports;

import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task that was {@code NOT_STARTED}.
 *
 * @param next {@code READY}, {@code SKIPPED}, or {@code NOT_STARTED} when only its counts change
 * @param openDependencies its new count of dependencies that are not terminal
 * @param unsuccessful its new count of dependencies that ended other than completed
 * @param reason stored with the task; null for none
 */
public record TaskSettlement(
        TaskRef task,
        TaskStatus next,
        int openDependencies,
        int unsuccessful,
        @Nullable String reason) {}
