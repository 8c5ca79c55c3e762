package io.cloacina.ports;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.Ending;
import org.jspecify.annotations.Nullable;

/**
 * A claim whose lease was extended.
 *
 * @param ending why the body should stop, or null to go on
 */
public record HeldClaim(ClaimRef ref, @Nullable Ending ending) {}
