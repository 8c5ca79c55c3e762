package io.cloacina.ports;

import io.cloacina.domain.execution.ClaimRef;
import java.util.UUID;

/**
 * A task that a worker holds.
 *
 * @param ref the task and the epoch of the claim
 * @param definition the stored definition of its execution
 * @param attempt the number of the current try, from 1
 * @param recoveryAttempts how often an expired lease was taken from this task
 * @param startsExecution whether this claim moved the execution from {@code PENDING} to {@code RUNNING}; at most one
 *     claim of an execution says so
 */
public record Claim(ClaimRef ref, UUID definition, int attempt, int recoveryAttempts, boolean startsExecution) {}
