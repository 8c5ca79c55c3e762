package io.cloacina.soak;

import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.OnSqlite;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.util.Locale;
import java.util.function.Supplier;

/** The databases that a soak can take place on. */
enum Backend {
    SQLITE("Sqlite", "io.cloacina.adapter.sqlite."),
    POSTGRES("Postgres", "io.cloacina.adapter.postgres.");

    private final String inNames;
    private final String adapter;

    Backend(String inNames, String adapter) {
        this.inNames = inNames;
        this.adapter = adapter;
    }

    /** As it stands in the names of test classes. */
    String inNames() {
        return inNames;
    }

    /** The package of its adapter, with a dot at the end. */
    String adapter() {
        return adapter;
    }

    /** The module of its adapter. */
    String module() {
        return "cloacina-adapter-" + inNames.toLowerCase(Locale.ROOT);
    }

    /** Where its empty databases come from. */
    Supplier<Database> databases(Supplier<EmbeddedPostgres> server) {
        return this == SQLITE ? OnSqlite::new : () -> new OnPostgres(server.get());
    }
}
