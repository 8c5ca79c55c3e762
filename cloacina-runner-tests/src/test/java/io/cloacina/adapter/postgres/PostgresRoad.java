package io.cloacina.adapter.postgres;

import io.cloacina.ports.spi.StoreProvider;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The door by which tests come between the pools and PostgreSQL's driver. */
public final class PostgresRoad {

    private PostgresRoad() {}

    public static StoreProvider through(UnaryOperator<DataSource> road) {
        return new PostgresStoreProvider(road);
    }
}
