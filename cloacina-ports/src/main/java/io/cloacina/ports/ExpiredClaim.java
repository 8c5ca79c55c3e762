package io.cloacina.ports;

import io.cloacina.domain.execution.ClaimRef;
import java.util.UUID;

/** A claim whose lease has expired (ends now or earlier) by the store's clock. The fields are those of {@link Claim}. */
public record ExpiredClaim(ClaimRef ref, UUID definition, int attempt, int recoveryAttempts) {}
