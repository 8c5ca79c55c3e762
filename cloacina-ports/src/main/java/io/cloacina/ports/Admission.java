package io.cloacina.ports;

import io.cloacina.domain.execution.ExecutionId;

/**
 * The answer to one {@link NewExecution}.
 *
 * @param requested the id of the newcomer
 * @param stored the execution that now stands for it: itself, or the earlier one with the same idempotency key
 * @param inputDigest the digest stored with that execution
 * @param created whether the newcomer was stored
 */
public record Admission(ExecutionId requested, ExecutionId stored, String inputDigest, boolean created) {}
