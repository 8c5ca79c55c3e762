package io.cloacina.contract.planted;

import io.cloacina.adapter.postgres.PostgresStoreProvider;

/** Knows whom it judges. */
public final class ContractThatKnowsAnAdapter {
    final PostgresStoreProvider judged = new PostgresStoreProvider();
}
