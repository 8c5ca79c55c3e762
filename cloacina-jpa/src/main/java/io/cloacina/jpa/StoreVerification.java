package io.cloacina.jpa;

import io.cloacina.jpa.internal.SnapshotCheck;
import io.cloacina.jpa.internal.Template;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.verify.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Looks through one database with the queries of {@link io.cloacina.ports.verify.Invariant}, without a store: no pool, no
 * persistence provider, nothing written.
 *
 * @param database its name for messages and the answer, password hidden
 * @param source connections of its own, outside every pool; a transaction on them sees one snapshot and cannot write
 * @param migrations the folder of the adapter's migrations, see {@link SchemaMigration#location()}
 */
public record StoreVerification(
        String database,
        DataSource source,
        String migrations,
        SchemaName schema,
        SqlVocabulary vocabulary,
        ErrorTable errors) {

    public StoreVerification {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(migrations, "migrations");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(vocabulary, "vocabulary");
        Objects.requireNonNull(errors, "errors");
    }

    /**
     * Checks that the schema is of this version, then asks every query in one transaction.
     *
     * @param rows how many rows of each violation the answer holds; 1 or more
     * @throws StoreException.Unusable if the schema is missing or of another version
     * @throws StoreException if the database cannot be read
     */
    public Verification run(int rows) {
        try (Connection connection = source.getConnection()) {
            return run(connection, rows);
        } catch (SQLException failure) {
            throw new ErrorTranslation(database, errors).failed("be verified", failure);
        }
    }

    /** The same by a connection of the source that is there already, and has begun nothing. */
    public Verification run(Connection connection, int rows) {
        var migration = new SchemaMigration(source, migrations, schema, database);
        if (!migration.isApplied(connection)) {
            migration.run(SchemaMode.VERIFY);
        }
        try {
            connection.setAutoCommit(false);
            try {
                return new SnapshotCheck(connection, new Template(vocabulary, schema), rows).of(database);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new ErrorTranslation(database, errors).failed("be verified", failure);
        }
    }
}
