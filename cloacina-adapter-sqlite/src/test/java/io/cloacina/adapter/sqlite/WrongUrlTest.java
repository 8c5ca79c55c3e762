package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * URLs that are wrong or hostile in ways that only this adapter knows: each is refused with its reason, and nothing is made. {@code DIR} is an
 * empty folder. What every adapter has to refuse is in {@code UrlCorpus} of the runner's tests.
 */
class WrongUrlTest {

    private static final String CANARY = "c4nary";

    /** Where a name without a folder leads. */
    private static final Path WORKING_DIRECTORY = Path.of("").toAbsolutePath();

    /** A door on this machine, at which a URL may knock. */
    private static ServerSocketChannel door;

    @BeforeAll
    static void listen() throws IOException {
        door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.configureBlocking(false);
    }

    @AfterAll
    static void close() throws IOException {
        door.close();
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                          | the URL is empty",
                "'   '                                       | the URL is empty",
                "mysql://u:c4nary@h/db                       | no known scheme",
                "http://h/c4nary.db                          | no known scheme",
                "jdbc:h2:mem:c4nary                          | no known scheme",
                "postgres://u:c4nary@h/db                    | one of PostgreSQL",
                "jdbc:postgresql://h/db?password=c4nary      | one of PostgreSQL",
                "host:5432/c4nary                            | no known scheme",
                "jdbc:sqlite:                                | names no file",
                "sqlite:                                     | names no file",
                "sqlite://                                   | names no file",
                "file:                                       | names no file",
                "file://                                     | names no file",
                "?mode=rwc                                   | names no file",
                "jdbc:sqlite:?mode=rwc                       | names no file",
                ":resource:c4nary.db                         | is expected is none",
                "jdbc:sqlite::resource:c4nary.db             | is expected is none",
                "jdbc:sqlite::resource:http://h/c4nary.db    | is expected is none",
                "jdbc:sqlite:http://h/c4nary.db              | is expected is none",
                "jdbc:sqlite::resource:http://127.0.0.1:DOOR/c4nary.db          | is expected is none",
                "jdbc:sqlite::resource:jar:http://127.0.0.1:DOOR/c4nary.jar!/x  | is expected is none",
                "jdbc:sqlite::resource:ftp://127.0.0.1:DOOR/c4nary.db           | is expected is none",
                ":resource:http://127.0.0.1:DOOR/c4nary.db                      | is expected is none",
                "sqlite::resource:http://127.0.0.1:DOOR/c4nary.db               | is expected is none",
                "sqlite:%3Aresource%3Ahttp://127.0.0.1:DOOR/c4nary.db           | is expected is none",
                "file::resource:http://127.0.0.1:DOOR/c4nary.db                 | is expected is none",
                "file:%3aresource%3ahttp%3a%2f%2f127.0.0.1%3aDOOR%2fc4nary.db   | is expected is none",
                "jdbc:sqlite:file::resource:http://127.0.0.1:DOOR/c4nary.db     | is expected is none",
                "jdbc:sqlite:JDBC:sqlite:http://127.0.0.1:DOOR/c4nary.db        | is expected is none",
                "jdbc:sqlite://127.0.0.1:DOOR/c4nary.db                         | is expected is none",
                "file://127.0.0.1:DOOR/c4nary.db                                | another machine",
                "sqlite://127.0.0.1:DOOR/c4nary.db                              | names a user or a port",
                "//127.0.0.1:DOOR/c4nary.db                                     | is expected is none",
                "http://127.0.0.1:DOOR/c4nary.db                                | no known scheme",
                "jdbc:sqlite://h/c4nary.db                   | is expected is none",
                "sqlite:::resource:c4nary                    | is expected is none",
                ":memory                                     | is expected is none",
                ":c4nary:                                    | is expected is none",
                "sqlite://u:c4nary@h/orders.db               | names a user or a port",
                "u:c4nary@h/orders.db                        | names a user or a port",
                "my_app:c4nary@h:5432/db                     | names a user or a port",
                "sqlite:u:c4nary@h/orders.db                 | names a user or a port",
                "file:u:c4nary@h/orders.db                   | names a user or a port",
                "my_app:x/c4nary@h                           | names a user or a port",
                "sqlite://h:5432/orders.db                   | names a user or a port",
                "file://c4nary/orders.db                     | another machine",
                "file:///DIR/a.db#c4nary                     | contains a #",
                "sqlite:///DIR/a%2                           | two hex digits",
                "sqlite:///DIR/a%zz.db                       | two hex digits",
                "sqlite:///DIR/a%00.db                       | control character",
                "sqlite:///DIR/a%3Fmode=ro                   | the path contains a ?",
                "file:///DIR/what%3F.db                      | the path contains a ?",
                "sqlite:///DIR/a%FF.db                       | not UTF-8",
                "DIR/                                        | a folder",
                "DIR/a.db-wal                                | beside a database",
                "DIR/a.db-shm                                | beside a database",
                "DIR/a.db-journal                            | beside a database",
                "DIR/a.db-lock                               | beside a database",
                "DIR                                         | a folder",
                "DIR/missing/a.db                            | folder of the file does not exist",
                "DIR/a.db?mode=rw                            | file does not exist",
                "DIR/a.db?mode=ro                            | file does not exist",
                "DIR/a.db?mode                               | has no value",
                "DIR/a.db?&mode=rwc                          | has no value",
                "DIR/a.db?mode=rwc;_synchronous=FULL         | value of the option 'mode' is unknown",
                "DIR/a.db?MODE=rwc                           | 'MODE' is unknown",
                "DIR/a.db?_synchronous=0                     | destroy the file",
                "DIR/a.db?_synchronous=4                     | 'synchronous' is unknown",
                "DIR/a.db?_busy_timeout=0                    | not between 1",
                "DIR/a.db?_busy_timeout=-5                   | not between 1",
                "DIR/a.db?_busy_timeout=5s                   | not between 1",
                "DIR/a.db?_foreign_keys=0                    | always enforced",
                "DIR/a.db?schema=tenant_a                    | SQLite has no schemas",
                "DIR/a.db?password=c4nary                    | 'password' is unknown",
                "DIR/a.db?hexkey_mode=sse                    | 'hexkey_mode' is unknown",
                "DIR/a.db?mode=ro&_journal_mode=WAL          | only read keeps its journal",
                "DIR/a.db?mode=ro&_journal_mode=DELETE       | only read keeps its journal",
                "scratch?mode=memory                         | in memory has no name",
                "DIR/c4nary.db?mode=memory                   | in memory has no name",
                "file:c4nary?mode=memory                     | in memory has no name",
                ":memory:?mode=rwc                           | has no other mode",
                ":memory:?_journal_mode=WAL                  | keeps its journal there",
            })
    void is_refused_with_its_reason_and_leaves_no_file(String url, String reason) throws IOException {
        String text = url.replace("/DIR", folder.toString())
                .replace("DIR", folder.toString())
                .replace("DOOR", Integer.toString(door.socket().getLocalPort()));
        List<Path> here = listed(WORKING_DIRECTORY);

        assertThatThrownBy(() -> Databases.open(text).close())
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageMatching("The SQLite store .*cannot be opened: .*")
                .hasMessageContaining(reason)
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
        assertThat(listed(folder)).isEmpty();
        assertThat(listed(WORKING_DIRECTORY)).isEqualTo(here);
        assertThat(door.accept()).as("whoever knocked").isNull();
    }

    private static List<Path> listed(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
