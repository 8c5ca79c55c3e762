package io.cloacina.domain.planted;

/** Named for being useful. */
public final class DomainHelper {}
