package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that migrates its own tables with its own Flyway, in the schema in which ours are. */
class HostMigrationTest {

    private static final String SCHEMA = "shop";

    @TempDir
    Path scripts;

    private final PostgresDatabase database = EmbeddedPostgres.shared().newDatabase();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_host_that_migrated_before_migrates_on_and_neither_minds_the_other() throws IOException {
        script("V1__orders.sql", "create table orders (id int)");
        host(false).migrate();
        assertOursRuns(SchemaMode.MIGRATE);

        script("V2__orders.sql", "alter table orders add column amount int");
        host(false).migrate();
        host(false).validate();
        assertOursRuns(SchemaMode.VERIFY);
    }

    /** Its Flyway finds a schema with tables that it did not make, and must be told that this is as it should be. */
    @Test
    void a_host_that_comes_later_needs_a_baseline_of_its_own_and_neither_minds_the_other() throws IOException {
        assertOursRuns(SchemaMode.MIGRATE);
        script("V1__orders.sql", "create table orders (id int)");

        host(true).migrate();
        host(true).validate();
        assertOursRuns(SchemaMode.VERIFY);
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(scripts.resolve(name), sql);
    }

    private Flyway host(boolean baseline) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("filesystem:" + scripts)
                .schemas(SCHEMA)
                .baselineOnMigrate(baseline)
                .baselineVersion("0")
                .load();
    }

    private void assertOursRuns(SchemaMode mode) {
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(database.url())
                .settings(settings -> settings.withSchema(SCHEMA).withSchemaMode(mode))
                .workflows(Shapes.diamond(context -> {}))
                .open()) {
            assertThat(runner.execute(Shapes.DIAMOND, Context.empty()).status()).isEqualTo(ExecutionStatus.COMPLETED);
        }
    }
}
