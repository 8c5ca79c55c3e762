package io.cloacina.adapter.sqlite;

import io.cloacina.ports.spi.StoreProvider;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The door by which tests come between the pools and SQLite's driver. */
public final class SqliteRoad {

    private SqliteRoad() {}

    public static StoreProvider through(UnaryOperator<DataSource> road) {
        return new SqliteStoreProvider(road);
    }
}
