package io.cloacina.adapter.postgres.planted;

/** Shows more than a provider. */
public final class AdapterThatIsPublic {}
