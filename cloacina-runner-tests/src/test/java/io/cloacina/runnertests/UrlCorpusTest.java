package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloacina.adapter.postgres.PostgresStoreProvider;
import io.cloacina.adapter.sqlite.SqliteStoreProvider;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreProvider;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile URLs, given to everything that takes one. Both databases refuse each alike, before anybody is called up and before a file is made;
 * where they do not say the same, the corpus says why.
 */
class UrlCorpusTest {

    /** What cannot be done, why, and what a person should do. */
    private static final Pattern REFUSAL =
            Pattern.compile("The .+? cannot be (?:opened|used): (?<reason>.+?)(?:;| must be|\\.) (?<remedy>.+)\\.");
    /** The name of an option that both have the same fault in. */
    private static final Pattern OPTION = Pattern.compile("'\\w+'");

    /** Where a name without a folder leads. */
    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    private ServerSocketChannel door;

    @BeforeEach
    void listen() throws IOException {
        door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.cloacina.runnertests.UrlCorpus#all")
    void is_refused_alike_on_both_databases(UrlCase each) throws IOException {
        List<Path> before = files(HERE);

        Set<String> onSqlite = reasons(each.sqlite());
        Set<String> onPostgres = reasons(each.postgres());

        if (each.difference().isEmpty()) {
            assertThat(onPostgres).isEqualTo(onSqlite).hasSize(1);
        } else {
            assertThat(onPostgres).as(each.difference()).doesNotContainAnyElementsOf(onSqlite);
        }
        assertNothingHappened(before);
    }

    /** What is said against every spelling of a URL, by the runner and by what verifies. */
    private Set<String> reasons(UrlCase.Side side) {
        Set<String> reasons = new LinkedHashSet<>();
        for (String template : side.urls()) {
            String url = written(template);
            reasons.add(reason(side, () -> DefaultRunner.open(url).close()));
            reasons.add(reason(side, () -> Verify.database(url)));
        }
        return reasons;
    }

    private static String reason(UrlCase.Side side, ThrowingCallable opening) {
        Throwable refusal = catchThrowable(opening);
        assertThat(refusal)
                .isExactlyInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining(side.reason())
                .hasNoCause();
        assertKeepsTheSecret(refusal);
        Matcher parts = REFUSAL.matcher(refusal.getMessage());
        assertThat(parts.matches()).as(refusal.getMessage()).isTrue();
        return OPTION.matcher(parts.group("reason")).replaceAll("'…'");
    }

    @ParameterizedTest
    @MethodSource("io.cloacina.runnertests.UrlCorpus#foreign")
    void a_url_of_neither_database_is_refused_by_the_runner_and_by_either_adapter(String template) throws IOException {
        List<Path> before = files(HERE);
        String url = written(template);

        assertIsOfNoAdapter(url, "cannot be opened", "Correct the URL");
        for (StoreProvider alone : List.of(new SqliteStoreProvider(), new PostgresStoreProvider())) {
            assertThatThrownBy(() -> Stores.open(alone, url).close())
                    .isExactlyInstanceOf(StoreException.Unusable.class)
                    .hasMessageContaining("the URL has no known scheme; ")
                    .hasMessageNotContaining(UrlCase.SECRET);
        }
        assertNothingHappened(before);
    }

    private static void assertIsOfNoAdapter(String url, CharSequence... told) {
        for (ThrowingCallable opening :
                List.<ThrowingCallable>of(() -> DefaultRunner.open(url).close(), () -> Verify.database(url))) {
            Throwable refusal = catchThrowable(opening);
            assertThat(refusal)
                    .isExactlyInstanceOf(RunnerException.WrongAdapter.class)
                    .hasMessageContainingAll(told);
            assertKeepsTheSecret(refusal);
        }
    }

    @ParameterizedTest
    @MethodSource("io.cloacina.runnertests.SettingsCorpus#all")
    void a_list_of_settings_is_refused_by_the_runner_and_by_either_adapter_with_or_without_its_scheme(String template)
            throws IOException {
        List<Path> before = files(HERE);
        String url = written(template);

        assertIsOfNoAdapter(url, "The database '", "***' cannot be opened", "list of settings: write postgresql://");
        assertIsAListOfSettings(new SqliteStoreProvider(), url);
        assertIsAListOfSettings(new PostgresStoreProvider(), url);
        for (String scheme : List.of("sqlite:", "file:", "jdbc:sqlite:", "sqlite://")) {
            assertThatThrownBy(() -> DefaultRunner.open(scheme + url).close())
                    .isExactlyInstanceOf(StoreException.Unusable.class)
                    .hasMessageNotContaining(UrlCase.SECRET);
        }
        assertNothingHappened(before);
    }

    private static void assertIsAListOfSettings(StoreProvider alone, String url) {
        assertThatThrownBy(() -> Stores.open(alone, url).close())
                .isExactlyInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("the URL is a list of settings of a server; write postgres://")
                .hasMessageNotContaining(UrlCase.SECRET);
    }

    /** So it is what follows that is refused. */
    @Test
    void without_a_tail_each_url_is_followed() {
        UrlCase without = UrlCase.same("", "");
        assertThat(without.sqlite().urls())
                .allSatisfy(url -> DefaultRunner.open(written(url)).close());

        int port = EmbeddedPostgres.shared().port();
        assertThat(without.postgres().urls())
                .allSatisfy(url -> assertThatThrownBy(() -> DefaultRunner.open(written(url, port)))
                        .hasMessageStartingWith("The PostgreSQL store u@127.0.0.1:" + port + "/d cannot be opened")
                        .hasMessageNotContaining(UrlCase.SECRET));
    }

    @Test
    void a_file_that_is_made_is_seen_and_so_is_somebody_who_knocks() throws IOException {
        List<Path> before = files(HERE);
        assertNothingHappened(before);

        try (SocketChannel somebody = SocketChannel.open(door.getLocalAddress())) {
            assertThat(somebody.isConnected()).isTrue();
            assertThatThrownBy(() -> assertNothingHappened(before)).hasMessageContaining("whoever knocked");
        }
        Files.createFile(folder.resolve("made"));
        assertThatThrownBy(() -> assertNothingHappened(before)).hasMessageContaining("made");
    }

    /** They are no slips of the corpus: where they belong, they are followed. */
    @Test
    void options_that_only_one_of_them_has_are_unknown_to_the_other() {
        DefaultRunner.open(written("DIR/hostile.db?" + String.join("&", UrlCorpus.onSqliteOnly())))
                .close();
        try (PostgresBackend server = new PostgresBackend()) {
            DefaultRunner.open(server.url() + "?" + String.join("&", UrlCorpus.onPostgresOnly()))
                    .close();
        }

        assertThat(UrlCorpus.onSqliteOnly())
                .allSatisfy(option -> assertUnknown("postgres://u:SECRET@127.0.0.1:DOOR/d?" + option));
        assertThat(UrlCorpus.onPostgresOnly()).allSatisfy(option -> assertUnknown("DIR/other.db?" + option));
    }

    private void assertUnknown(String template) {
        assertThatThrownBy(() -> DefaultRunner.open(written(template)))
                .isExactlyInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("is unknown; known options are ");
    }

    private static void assertKeepsTheSecret(Throwable refusal) {
        for (Throwable told = refusal; told != null; told = told.getCause()) {
            assertThat(told.toString()).doesNotContain(UrlCase.SECRET);
        }
    }

    private void assertNothingHappened(List<Path> before) throws IOException {
        assertThat(door.accept()).as("whoever knocked").isNull();
        assertThat(files(folder)).isEmpty();
        assertThat(files(HERE)).isEqualTo(before);
    }

    private String written(String template) {
        return written(template, door.socket().getLocalPort());
    }

    /** As somebody would write it. */
    private String written(String template, int port) {
        return template.replace("/DIR", folder.toString())
                .replace("DIR", folder.toString())
                .replace("DOOR", Integer.toString(port))
                .replace("SECRET", UrlCase.SECRET)
                .replace("NUL", "\0")
                .replace("NEWLINE", "\n")
                .replace("LONG", "x".repeat(5_000));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
