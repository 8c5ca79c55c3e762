package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.PostgresDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host application does for itself, in the same database or on the same class path, is none of our business. */
class HostTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private PostgresDatabase database;

    @BeforeEach
    void create() {
        database = Databases.empty();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void advisory_locks_of_the_host_stop_neither_a_migration_nor_work_and_we_take_none() throws SQLException {
        try (Connection host = database.connect();
                Statement statement = host.createStatement()) {
            statement.execute("select pg_advisory_lock(n) from generate_series(0, 10000) as n");
            statement.execute("select pg_advisory_lock(n, n) from generate_series(0, 100) as n");

            try (ExecutionStore store = Databases.open(database.url())) {
                Submission submission = Submission.into(store);
                submission.submit(store);
                assertThat(submission.claim(store, 10)).hasSize(1);
                assertThat(Databases.ask(host, """
                        select count(*)
                        from pg_locks
                        where locktype = 'advisory' and pid <> pg_backend_pid()""")).containsExactly("0");
            }
        }
    }

    /**
     * Those of an application that describes its own persistence, in versions that our provider reads and does not read; and some that
     * name what must not be loaded and ask a door for more.
     */
    @ParameterizedTest
    @ValueSource(strings = {"3.2", "9.9", "hostile"})
    void configuration_files_of_the_host_are_not_read(String version, @TempDir Path folder) throws IOException {
        try (var door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            door.configureBlocking(false);
            plant(folder, version, door.socket().getLocalPort());
            try (ChildJvm child =
                    ChildJvm.start(List.of("-Xbootclasspath/a:" + folder), OpensAndWorks.class, database.url())) {
                child.awaitLine("done"::equals, PATIENCE);
            }
            assertThat(door.accept()).as("whoever knocked").isNull();
        }
    }

    private static void plant(Path folder, String version, int door) throws IOException {
        String more = "<!DOCTYPE x [<!ENTITY more SYSTEM \"http://127.0.0.1:" + door + "/\">]>\n";
        String attributes = " xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"" + version + "\"";
        boolean isHostile = version.equals("hostile");
        Path directory = Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(
                directory.resolve("persistence.xml"),
                (isHostile ? more : "") + "<persistence" + attributes + "><persistence-unit name=\"cloacina-1\">"
                        + (isHostile ? "&more;" : "")
                        + "<provider>no.such.Provider</provider></persistence-unit></persistence>");
        for (String name : List.of("orm.xml", "eclipselink-orm.xml")) {
            Files.writeString(
                    directory.resolve(name),
                    more + "<entity-mappings version=\"" + version + "\">&more;</entity-mappings>");
        }
    }

    /** A process that opens the store, works, and ends. */
    static final class OpensAndWorks {
        private OpensAndWorks() {}

        public static void main(String[] arguments) {
            assertThat(ClassLoader.getSystemResource("META-INF/persistence.xml"))
                    .isNotNull();
            try (ExecutionStore store = Databases.open(arguments[0])) {
                Submission submission = Submission.into(store);
                submission.submit(store);
                assertThat(submission.claim(store, 10)).hasSize(1);
                assertThat(store.queries().history(submission.submit(store), 0, 10))
                        .isEmpty();
            }
            System.out.println("done");
            System.exit(0);
        }
    }
}
