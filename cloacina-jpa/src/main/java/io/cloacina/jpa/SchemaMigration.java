package io.cloacina.jpa;

import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import javax.sql.DataSource;

/**
 * Brings the schema of one database up to date with Flyway, or checks it. Keeps its own history in {@value #HISTORY} and
 * never touches another one, so a host application's Flyway may share the schema.
 *
 * @param source connections of its own, outside every pool (PostgreSQL needs two at once)
 * @param location the folder of the migrations in the adapter's jar, such as {@code io/cloacina/adapter/sqlite/migrations}
 * @param schema where the tables are; {@code ${schema}} in a migration stands for its qualifier
 * @param database the database's name for messages, password hidden
 */
public record SchemaMigration(DataSource source, String location, SchemaName schema, String database) {

    /** The table in which Flyway notes what was applied. */
    public static final String HISTORY = "cloacina_schema_history";

    /**
     * Applies what is missing, or checks that nothing is.
     *
     * @throws StoreException.Unusable with what was found and what to do
     */
    public void run(SchemaMode mode) {
        throw new UnsupportedOperationException();
    }
}
