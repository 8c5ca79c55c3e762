package io.cloacina.ports;

import io.cloacina.domain.execution.TaskRef;

/**
 * Dependencies of one task that became terminal.
 *
 * @param task the waiting task
 * @param ended how many of its dependencies became terminal now
 * @param unsuccessful how many of those ended other than completed
 */
public record CountDown(TaskRef task, int ended, int unsuccessful) {}
