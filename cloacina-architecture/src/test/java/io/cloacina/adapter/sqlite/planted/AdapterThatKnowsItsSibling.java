package io.cloacina.adapter.sqlite.planted;

import io.cloacina.adapter.postgres.PostgresStoreProvider;

/** Knows the other database. */
public final class AdapterThatKnowsItsSibling {
    final PostgresStoreProvider sibling = new PostgresStoreProvider();
}
