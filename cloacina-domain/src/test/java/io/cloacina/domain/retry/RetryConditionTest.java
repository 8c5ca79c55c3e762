package io.cloacina.domain.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cloacina.domain.task.TaskTimeoutException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which errors are worth another try. */
class RetryConditionTest {

    @Test
    void classes_match_the_error_itself_and_what_caused_it() {
        RetryCondition io = RetryCondition.exceptions(EOFException.class, FileNotFoundException.class);

        assertThat(io.allows(new EOFException())).isTrue();
        assertThat(io.allows(new CompletionException(new UncheckedIOException(new FileNotFoundException()))))
                .isTrue();
        assertThat(io.allows(new IOException())).isFalse();
    }

    @Test
    void texts_match_any_part_of_a_message_in_any_case() {
        RetryCondition text = RetryCondition.messageContaining("Quota", "TRY again");

        assertThat(text.allows(new IOException("your QUOTA is used up"))).isTrue();
        assertThat(text.allows(new IOException("x", new Error("please try AGAIN later"))))
                .isTrue();
        assertThat(text.allows(new IOException("no"))).isFalse();
        assertThat(text.allows(new IOException())).isFalse();
    }

    @Test
    void a_condition_that_could_never_match_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(RetryCondition::exceptions);
        assertThatIllegalArgumentException().isThrownBy(RetryCondition::messageContaining);
        assertThatIllegalArgumentException().isThrownBy(() -> RetryCondition.messageContaining("ok", " "));
    }

    @Test
    void a_predicate_is_a_condition() {
        RetryPolicy policy = RetryPolicy.fixed().retryOn(error -> error instanceof IOException);

        assertThat(policy.retries(new IOException())).isTrue();
        assertThat(policy.retries(new IllegalStateException())).isFalse();
    }

    static Stream<Throwable> transientErrors() {
        return Stream.of(
                new TimeoutException(),
                new SocketTimeoutException(),
                new ConnectException(),
                new NoRouteToHostException(),
                new UnknownHostException(),
                new AsynchronousCloseException(),
                new TaskTimeoutException("charge", 1, Duration.ofMinutes(5)),
                new SQLTimeoutException(),
                new SQLTransientConnectionException(),
                new SQLRecoverableException(),
                new CompletionException(new UncheckedIOException(new ConnectException())),
                new IllegalStateException("HTTP 503 Service Unavailable"),
                new SQLException("server is BUSY"));
    }

    @ParameterizedTest
    @MethodSource("transientErrors")
    void errors_that_may_be_gone_the_next_time_are_transient(Throwable error) {
        assertThat(RetryCondition.transientErrors().allows(error)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Timeout",
                "timed out",
                "connection",
                "network",
                "temporary",
                "temporarily",
                "unavailable",
                "busy",
                "overloaded",
                "rate limit"
            })
    void each_of_the_words_makes_an_error_transient(String word) {
        assertThat(TransientErrors.isTransient(new RuntimeException("the " + word + " today")))
                .isTrue();
    }

    static Stream<Throwable> lastingErrors() {
        return Stream.of(
                new IOException("disk full"),
                new IllegalStateException("no such order"),
                new SQLException("syntax error"),
                new RuntimeException(),
                new NullPointerException("because \"connection\" is null"),
                new IllegalArgumentException("timeout must be positive"),
                new OutOfMemoryError("temporary buffer"),
                new BrokenMessage());
    }

    @ParameterizedTest
    @MethodSource("lastingErrors")
    void errors_that_will_come_again_are_not_transient(Throwable error) {
        assertThat(RetryCondition.transientErrors().allows(error)).isFalse();
    }

    @Test
    void causes_that_run_in_a_circle_end() {
        IOException one = new IOException("one");
        one.initCause(new IOException("two", one));

        assertThat(TransientErrors.isTransient(one)).isFalse();
        assertThat(RetryCondition.messageContaining("two").allows(one)).isTrue();
    }

    /** An error that cannot say what it is. */
    private static final class BrokenMessage extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("timeout");
        }
    }
}
