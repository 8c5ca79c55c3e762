package io.cloacina.jpa;

import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateResult;
import org.jspecify.annotations.Nullable;

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

    /** The migrations of every adapter, in their order: each has them under the same names. */
    public static final List<String> SCRIPTS =
            List.of("V001__definitions.sql", "V002__executions.sql", "V003__contexts.sql", "V004__history.sql");

    public SchemaMigration {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(database, "database");
    }

    /**
     * Whether each migration was applied, as it is now, and no other one: then there is nothing to run. Costs one read, and
     * a fraction of the time that Flyway takes to start. False too when it cannot be told so quickly.
     *
     * @throws StoreException.Unusable if there is no connection
     */
    public boolean isApplied() {
        try (Connection connection = source.getConnection()) {
            return isApplied(connection);
        } catch (SQLException failure) {
            throw unusable("there is no connection to it. See the cause.", failure);
        }
    }

    /** The same by a connection that is there already, of whatever source. */
    public boolean isApplied(Connection connection) {
        return new AppliedMigrations(new MigrationFolder(location), schema).areAllOf(connection);
    }

    /**
     * Applies what is missing, or checks that nothing is.
     *
     * @throws StoreException.Unusable with what was found and what to do
     */
    public void run(SchemaMode mode) {
        if (isApplied()) {
            return;
        }
        try {
            switch (mode) {
                case MIGRATE -> flyway(true).migrate();
                case VERIFY -> verify(flyway(false));
            }
        } catch (FlywayException failure) {
            throw unusable(remedy(mode), failure);
        }
    }

    private void verify(Flyway flyway) {
        ValidateResult found = flyway.validateWithResult();
        if (!found.validationSuccessful) {
            int wrong = found.invalidMigrations.size();
            throw unusable(
                    (wrong == 0 ? "there is no schema" : wrong + " migrations are missing or differ") + ". "
                            + remedy(SchemaMode.VERIFY),
                    null);
        }
    }

    /** A host application may own the schema's other tables: a baseline of version 0 says that they are none of ours. */
    private Flyway flyway(boolean mayCreate) {
        FluentConfiguration configuration = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(source)
                .loggers("slf4j") // its own choice writes to java.util.logging where slf4j has no provider
                .resourceProvider(new MigrationFolder(location))
                .javaMigrationClassProvider(List::of) // it looks for none, and so for no folder
                .table(HISTORY)
                .placeholders(Map.of("schema", schema.qualifier()))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ignoreMigrationPatterns(new String[0])
                .validateMigrationNaming(true)
                .createSchemas(mayCreate && !schema.name().isEmpty());
        if (!schema.name().isEmpty()) {
            configuration.defaultSchema(schema.name());
        }
        return configuration.load();
    }

    private static String remedy(SchemaMode mode) {
        return switch (mode) {
            case MIGRATE ->
                "The cause says which migration failed. Use a role that may create tables, or the version of this library"
                        + " that the schema was made by.";
            case VERIFY ->
                "Let a runner of this version with the right to create tables open it once in the mode MIGRATE, then try"
                        + " again.";
        };
    }

    private StoreException.Unusable unusable(String stateAndRemedy, @Nullable Throwable cause) {
        return new StoreException.Unusable("The schema of " + database + " cannot be used: " + stateAndRemedy, cause);
    }
}
