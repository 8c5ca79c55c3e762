package io.cloacina.ports;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An execution whose row this transaction holds: nobody else changes it until the transaction ends.
 *
 * @param definition the id of its stored definition
 * @param ending why it will end without starting another task, or null
 * @param openTasks how many of its tasks are not terminal
 * @param failedTasks how many of its tasks failed
 */
public record LockedExecution(
        ExecutionId id,
        UUID definition,
        ExecutionStatus status,
        @Nullable Ending ending,
        int openTasks,
        int failedTasks) {}
