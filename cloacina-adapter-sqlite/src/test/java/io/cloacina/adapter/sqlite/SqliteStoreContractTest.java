package io.cloacina.adapter.sqlite;

import io.cloacina.contract.StoreContract;
import io.cloacina.contract.StoreHarness;

/** The contract on a file, with stores of several processes. */
class SqliteStoreContractTest extends StoreContract {

    @Override
    protected StoreHarness newHarness() {
        return new FileHarness();
    }
}
