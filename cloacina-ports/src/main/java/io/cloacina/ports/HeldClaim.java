package io.cloacina.ports;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.Ending;
import org.jspecify.annotations.Nullable;

/**
 * A claim that is held still.
 *
 * @param ending why the body should stop, or null to go on
 * @param extended whether its lease was extended; if not, another transaction is changing its task at this moment, and the
 *     lease ends when it would have ended before
 */
public record HeldClaim(ClaimRef ref, @Nullable Ending ending, boolean extended) {}
