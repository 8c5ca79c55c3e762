package io.cloacina.domain.planted;

import io.cloacina.adapter.postgres.PostgresStoreProvider;

/** Breaks the user's own rule. */
public final class DomainThatKnowsAnAdapter {
    final PostgresStoreProvider provider = new PostgresStoreProvider();
}
