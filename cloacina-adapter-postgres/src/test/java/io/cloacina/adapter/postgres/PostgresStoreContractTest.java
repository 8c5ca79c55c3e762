package io.cloacina.adapter.postgres;

import io.cloacina.contract.StoreContract;
import io.cloacina.contract.StoreHarness;
import io.cloacina.testsupport.PostgresDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every rule of the contract, on a real PostgreSQL. */
class PostgresStoreContractTest extends StoreContract {

    private static PostgresDatabase database;

    @BeforeAll
    static void create() {
        database = Databases.migrated();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected StoreHarness newHarness() {
        return new PostgresHarness(database);
    }
}
