package io.cloacina.domain.retry;

/** An error whose class implements this says of itself that it may be gone the next time; see {@link TransientErrors}. */
public interface TransientError {}
