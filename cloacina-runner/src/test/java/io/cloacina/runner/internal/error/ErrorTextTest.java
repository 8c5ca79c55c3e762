package io.cloacina.runner.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.runner.ErrorTextSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {

    private final ErrorText text = new ErrorText(ErrorTextSettings.DEFAULT);

    @Test
    void class_and_message_of_an_error_and_its_causes_are_told() {
        Throwable error = new IllegalStateException("card declined", new IOException("no route"));

        assertThat(text.of(error))
                .isEqualTo("java.lang.IllegalStateException: card declined\nCaused by: java.io.IOException: no route");
    }

    @Test
    void an_error_without_message_is_its_class() {
        assertThat(text.of(new NullPointerException())).isEqualTo("java.lang.NullPointerException");
    }

    @Test
    void causes_in_a_circle_are_told_once() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);

        assertThat(text.of(one)).isEqualTo("java.lang.Exception: one\nCaused by: java.lang.Exception: two");
    }

    /** Each call has a new cause. */
    private static final class Bottomless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            return new Bottomless();
        }
    }

    @Test
    void causes_without_end_are_cut() {
        assertThat(text.of(new Bottomless()).lines()).hasSizeLessThan(20);
    }

    /** Throws whatever it is asked. */
    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new StackOverflowError("from getMessage");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("from getCause");
        }

        @Override
        public String toString() {
            throw new AssertionError("never called");
        }

        @Override
        public String getLocalizedMessage() {
            throw new AssertionError("never called");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new AssertionError("never called");
        }
    }

    @Test
    void an_error_whose_methods_throw_is_told_nevertheless() {
        assertThat(text.of(new Hostile()))
                .startsWith(Hostile.class.getName() + ": (no message: getMessage() threw java.lang.StackOverflowError)")
                .contains("Caused by: java.lang.IllegalStateException: from getCause");
    }

    @Test
    void a_message_of_100_mb_is_cut_and_marked_at_once() {
        String stored = text.of(new Exception("x".repeat(100_000_000)));

        assertThat(bytes(stored)).isLessThanOrEqualTo(4096);
        assertThat(stored).startsWith("java.lang.Exception: xxx").endsWith("… (cut)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_bound_is_kept_in_bytes_and_no_character_is_halved(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ErrorText small = new ErrorText(new ErrorTextSettings(256, UnaryOperator.identity()));
        for (int i = 0; i < 2_000; i++) {
            String stored = small.of(randomText(random));
            assertThat(bytes(stored)).isLessThanOrEqualTo(256);
            assertThat(new String(stored.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(stored);
        }
    }

    @Test
    void a_text_that_just_fits_is_not_cut() {
        ErrorText small = new ErrorText(new ErrorTextSettings(256, UnaryOperator.identity()));

        assertThat(small.of("é".repeat(128))).isEqualTo("é".repeat(128));
        assertThat(small.of("é".repeat(128) + "x")).endsWith("… (cut)");
    }

    @Test
    void what_a_database_refuses_or_a_terminal_obeys_is_replaced() {
        assertThat(text.of(new Exception("a\u0000b\u001B[31mc\rd\uD800e\nf\tg\u0085")))
                .isEqualTo("java.lang.Exception: a\uFFFDb\uFFFD[31mc\uFFFDd\uFFFDe\nf\tg\uFFFD");
    }

    @Test
    void the_redactor_sees_a_secret_whole_that_the_cut_would_halve() {
        UnaryOperator<String> redactor = given -> given.replaceAll("token=\\w+", "token=***");
        ErrorText redacted = new ErrorText(new ErrorTextSettings(256, redactor));

        for (int before = 150; before < 260; before++) {
            String stored = redacted.of(new Exception("x".repeat(before) + "token=secretsecretsecret"));
            assertThat(stored).doesNotContain("secr");
        }
    }

    @Test
    void a_redactor_that_throws_leaves_the_class_names_only() {
        ErrorText failing = new ErrorText(new ErrorTextSettings(4096, given -> {
            throw new AssertionError(given);
        }));

        assertThat(failing.of(new Exception("secret", new IOException("secret"))))
                .startsWith("java.lang.Exception\nCaused by: java.io.IOException\n")
                .contains("the redactor threw java.lang.AssertionError")
                .doesNotContain("secret");
        assertThat(failing.of("secret")).doesNotContain("secret");
    }

    @Test
    @SuppressWarnings("NullAway") // user code that breaks its contract is the subject
    void a_redactor_that_returns_null_leaves_the_class_names_only() {
        ErrorText failing = new ErrorText(new ErrorTextSettings(4096, given -> null));

        assertThat(failing.of(new Exception("secret"))).isEqualTo("java.lang.Exception");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(400); i > 0; i--) {
            text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
        }
        return text.toString();
    }
}
