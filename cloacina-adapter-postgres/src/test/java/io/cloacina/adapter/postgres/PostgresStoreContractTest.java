package io.cloacina.adapter.postgres;

import io.cloacina.contract.StoreContract;
import io.cloacina.contract.StoreHarness;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every rule of the contract, on a real PostgreSQL. */
class PostgresStoreContractTest extends StoreContract {

    private static PostgresDatabase database;
    private static Connection byHand;

    @BeforeAll
    static void create() throws SQLException {
        database = Databases.migrated();
        // What the server says of a row that breaks a rule would spell it out, keys and all.
        byHand = DriverManager.getConnection(database.jdbcUrl() + "&logServerErrorDetail=false");
        byHand.setSchema("cloacina");
    }

    @AfterAll
    static void drop() throws SQLException {
        byHand.close();
        database.close();
    }

    @Override
    protected StoreHarness newHarness() {
        return new PostgresHarness(database, byHand);
    }
}
