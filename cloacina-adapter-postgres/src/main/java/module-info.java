/** The store on PostgreSQL. Brings the runner, so that one adapter is all a user requires. */
module io.cloacina.adapter.postgres {
    requires transitive io.cloacina.runner;
    requires io.cloacina.jpa;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires static org.jspecify;

    opens io.cloacina.adapter.postgres.migrations; // Flyway reads them

    provides io.cloacina.ports.spi.StoreProvider with
            io.cloacina.adapter.postgres.PostgresStoreProvider;
}
