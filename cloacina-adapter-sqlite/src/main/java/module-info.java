/** The store on an embedded SQLite file. Brings the runner, so that one adapter is all a user requires. */
module io.cloacina.adapter.sqlite {
    requires transitive io.cloacina.runner;
    requires io.cloacina.jpa;
    requires java.logging; // in a signature of javax.sql.DataSource
    requires org.eclipse.persistence.core;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;

    // EclipseLink makes the platform from the name of its class; Flyway reads the migrations.
    exports io.cloacina.adapter.sqlite to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;

    opens io.cloacina.adapter.sqlite.migrations;

    provides io.cloacina.ports.spi.StoreProvider with
            io.cloacina.adapter.sqlite.SqliteStoreProvider;
}
