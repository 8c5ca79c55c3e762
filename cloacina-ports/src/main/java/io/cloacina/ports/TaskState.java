package io.cloacina.ports;

import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;

/**
 * The state of one task inside a transaction.
 *
 * @param epoch the epoch of its newest claim; 0 before the first
 * @param openDependencies how many of its dependencies are not terminal
 * @param unsuccessful how many of its dependencies ended other than completed
 */
public record TaskState(TaskRef task, TaskStatus status, int epoch, int openDependencies, int unsuccessful) {}
