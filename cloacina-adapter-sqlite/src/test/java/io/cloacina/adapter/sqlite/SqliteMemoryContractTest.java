package io.cloacina.adapter.sqlite;

import io.cloacina.contract.StoreContract;
import io.cloacina.contract.StoreHarness;

/** The contract on {@code :memory:}, with its pool of one. */
class SqliteMemoryContractTest extends StoreContract {

    @Override
    protected StoreHarness newHarness() {
        return new MemoryHarness();
    }
}
