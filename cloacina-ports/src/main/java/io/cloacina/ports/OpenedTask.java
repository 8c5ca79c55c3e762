package io.cloacina.ports;

import io.cloacina.domain.execution.TaskRef;

/**
 * A task whose dependencies are all terminal: its trigger rule is to be looked at now, once.
 *
 * @param unsuccessful how many of its dependencies ended other than completed
 */
public record OpenedTask(TaskRef task, int unsuccessful) {}
