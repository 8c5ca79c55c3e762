package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command when it cannot look: why, on the standard error, without a secret; and nothing where results are read. */
class VerifyTest {

    private static final String SECRET = "hidden-word";

    static Stream<Refusal> refusals() {
        return Stream.of(
                new Refusal("Give one argument"),
                new Refusal("Give one argument", "one.db", "two.db"),
                new Refusal("the database URL must not be blank", " "),
                new Refusal("no adapter is installed", "postgres://clerk:" + SECRET + "@localhost/orders"));
    }

    private record Refusal(String reason, String... arguments) {}

    @ParameterizedTest
    @MethodSource("refusals")
    void whatever_keeps_it_from_looking_is_said_and_ends_in_status_2(Refusal refusal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = Verify.run(new PrintStream(out), new PrintStream(err), refusal.arguments());

        assertThat(status).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(refusal.reason())
                .doesNotContain(SECRET);
    }
}
