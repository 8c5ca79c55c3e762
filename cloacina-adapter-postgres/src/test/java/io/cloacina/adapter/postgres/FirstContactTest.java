package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.PostgresDatabase;
import io.cloacina.testsupport.canary.Canary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person reads who has mistyped something. */
class FirstContactTest {

    private static final String SECRET = Canary.secret("of-a-url");
    private static PostgresDatabase database;

    @BeforeAll
    static void create() {
        database = Databases.empty();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void a_wrong_password_is_told_without_telling_it() {
        assertRefused(database.url().replace(database.password(), SECRET), "refused the user", "28P01");
    }

    @Test
    void an_unknown_user_is_told() {
        assertRefused(
                database.url().replace(database.user() + ":" + database.password(), "nobody:" + SECRET),
                "refused the user",
                "28P01");
    }

    @Test
    void a_database_that_does_not_exist_is_told() {
        assertRefused(
                database.url().replace("/" + database.name(), "/nowhere") + "?application_name=" + SECRET,
                "no such database",
                "3D000");
    }

    @Test
    void a_door_that_nobody_opens_is_told() throws IOException {
        int port;
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = door.getLocalPort();
        }

        assertRefused("postgres://u:" + SECRET + "@127.0.0.1:" + port + "/d", "cannot be reached", "08001");
    }

    @Test
    @Timeout(60)
    void a_server_that_never_answers_is_tried_once_and_given_up_in_time() throws IOException {
        try (var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long begin = System.nanoTime();
            assertRefused(
                    "postgres://u:" + SECRET + "@127.0.0.1:" + door.getLocalPort()
                            + "/d?connectTimeout=1&sslmode=disable",
                    "cannot be reached",
                    "08");

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
            assertThat(knocksAt(door)).isEqualTo(1);
        }
    }

    /** Whoever connected stands in the queue that nobody served. */
    private static int knocksAt(ServerSocket door) throws IOException {
        door.setSoTimeout(1);
        int knocks = 0;
        try {
            for (; ; knocks++) {
                door.accept().close();
            }
        } catch (SocketTimeoutException nobodyElse) {
            return knocks;
        }
    }

    @Test
    void a_server_without_encryption_is_refused_when_encryption_is_demanded() {
        assertRefused(database.url() + "?sslmode=require", "sslmode", "08");
    }

    private static void assertRefused(String url, String reason, String state) {
        var refusal = catchThrowableOfType(StoreException.Unusable.class, () -> Databases.open(url));

        assertThat(refusal).hasMessageContaining(reason).hasMessageContaining("SQLSTATE " + state);
        assertThat(refusal.getMessage()).doesNotContain("\n");
        assertThat(printed(refusal)).doesNotContain(SECRET, database.password());
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
