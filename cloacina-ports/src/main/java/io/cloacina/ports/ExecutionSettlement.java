package io.cloacina.ports;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import org.jspecify.annotations.Nullable;

/**
 * The new state of a locked execution, whole.
 *
 * @param openTasks how many of its tasks are not terminal now
 * @param failedTasks how many of its tasks failed until now
 * @param ending why it will end without starting another task, or null
 * @param reason stored with the execution; null leaves what is stored
 */
public record ExecutionSettlement(
        ExecutionId id,
        ExecutionStatus status,
        int openTasks,
        int failedTasks,
        @Nullable Ending ending,
        @Nullable String reason) {}
