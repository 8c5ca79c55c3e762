package io.cloacina.adapter.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.JpaStore;
import io.cloacina.jpa.PoolPlan;
import io.cloacina.jpa.SchemaMigration;
import io.cloacina.jpa.StoreDialect;
import io.cloacina.jpa.StoreVerification;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.verify.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * The steps from a configuration to an open store: look at the server, bring the schema up to date, open the pools.
 *
 * @param road what stands between the pools and the driver; nothing but in tests
 */
record Opening(PostgresConfig config, StoreSettings settings, UnaryOperator<DataSource> road, Sources sources) {

    static final String MIGRATIONS = "io/cloacina/adapter/postgres/migrations";

    /** The platform that EclipseLink would find by asking the driver. */
    private static final String PLATFORM = "org.eclipse.persistence.platform.database.PostgreSQL10Platform";

    Opening(PostgresConfig config, StoreSettings settings, UnaryOperator<DataSource> road) {
        this(config, settings, road, new Sources(config));
    }

    ExecutionStore open() {
        ServerCheck server = lookAndMigrate();
        HikariDataSource work = pool("work", config.poolSize() - 1, sources.forWork());
        HikariDataSource heartbeat = heartbeats(work);
        var announcements = new Announcements(config, settings.runner(), work, sources.forListening());
        var lanes = new ConnectionLanes(work, heartbeat, work, List.of(announcements, heartbeat, work));
        return JpaStore.open(
                config.address().toString(), dialect(server), config.schema(), lanes, announcements, settings);
    }

    private SchemaMigration migration() {
        return new SchemaMigration(
                sources.forMigrations(),
                MIGRATIONS,
                config.schema(),
                config.address().toString());
    }

    private void migrate(SchemaMigration migration) {
        if (settings.schemaMode() == SchemaMode.MIGRATE) {
            requireRight(migration.source());
        }
        migration.run(settings.schemaMode());
    }

    private void requireRight(DataSource source) {
        try (Connection connection = source.getConnection()) {
            new RightToMigrate(config.schema()).require(connection);
        } catch (SQLException e) {
            throw FirstContact.failed(config.address(), e);
        }
    }

    /** Looks through the database instead of opening it. A server that accepts no writes is good enough for that. */
    Verification verify(int rows) {
        DataSource source = sources.forVerification();
        try (Connection connection = source.getConnection()) {
            return new StoreVerification(
                            config.address().toString(),
                            source,
                            MIGRATIONS,
                            config.schema(),
                            new PostgresVocabulary(),
                            PostgresErrors.table())
                    .run(connection, rows);
        } catch (SQLException e) {
            throw FirstContact.failed(config.address(), e);
        }
    }

    /**
     * Tries one connection of the kind that will work, so that a wrong host or password is told in one line, and brings the schema up
     * to date where it sees that it is not.
     */
    private ServerCheck lookAndMigrate() {
        SchemaMigration migration = migration();
        ServerCheck server;
        boolean migrated;
        try (Connection connection = sources.forWork().getConnection()) {
            DriverVersion.of(connection).warnIfOld(settings.runner());
            server = ServerCheck.read(connection).refuseUnfit().warnOfRisks(settings.runner());
            migrated = migration.isApplied(connection);
        } catch (SQLException e) {
            throw FirstContact.failed(config.address(), e);
        }
        if (!migrated) {
            migrate(migration);
        }
        return server;
    }

    private HikariDataSource heartbeats(HikariDataSource work) {
        try {
            return pool("heartbeat", 1, sources.forHeartbeats());
        } catch (StoreException e) {
            work.close();
            throw e;
        }
    }

    private HikariDataSource pool(String lane, int size, DataSource source) {
        Duration patience = config.connectTimeout();
        return new PoolPlan(settings.runner() + "-" + lane, size, patience, true)
                .open(road.apply(source), PostgresErrors.table());
    }

    private StoreDialect dialect(ServerCheck server) {
        return new StoreDialect(
                traits(server), new PostgresVocabulary(), PostgresStatements.all(), PostgresErrors.table(), PLATFORM);
    }

    private StoreTraits traits(ServerCheck server) {
        return new StoreTraits(
                "PostgreSQL",
                Duration.ofNanos(1000),
                config.poolSize() - 1,
                StoreTraits.ClockSource.DATABASE,
                config.listens() ? StoreTraits.WakeUpKind.PUSH : StoreTraits.WakeUpKind.POLL,
                server.fsync() ? StoreTraits.Durability.POWER_LOSS : StoreTraits.Durability.PROCESS_CRASH,
                StoreTraits.Sharing.NETWORK);
    }
}
