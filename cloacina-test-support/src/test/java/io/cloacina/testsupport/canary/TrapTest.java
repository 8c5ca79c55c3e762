package io.cloacina.testsupport.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.ChildJvm;
import java.io.File;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;

/** Who listens for secrets hears them, however they come out. */
class TrapTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TraceLogging LOGGING = new TraceLogging();

    @BeforeEach
    void forget() {
        Trap.empty();
    }

    static Stream<Consumer<org.slf4j.Logger>> ways() {
        String secret = Canary.secret("x");
        Throwable deep = new IllegalStateException("outer", new SQLException("inner " + secret));
        Throwable aside = new IllegalStateException("outer");
        aside.addSuppressed(new SQLException(secret));
        return Stream.of(
                logger -> logger.trace("it is {}", secret),
                logger -> logger.debug("it is " + secret),
                logger -> logger.info("{} {}", 1, secret),
                logger -> logger.warn("failed", deep),
                logger -> logger.warn("{}: failed", "runner", aside),
                logger -> logger.atTrace().setCause(deep).log("failed"),
                logger -> logger.atInfo().addKeyValue("key", secret).log("told"),
                logger -> {
                    try (MDC.MDCCloseable context = MDC.putCloseable("secret", secret)) {
                        assertThat(context).isNotNull();
                        Thread.currentThread().setName(secret);
                        logger.trace("nothing");
                    } finally {
                        Thread.currentThread().setName("main");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_secret_in_a_line_of_any_level_is_heard(Consumer<org.slf4j.Logger> way) {
        way.accept(LOGGING.getLoggerFactory().getLogger("heard"));

        assertThat(Trap.empty())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).contains("heard", Canary.WORD));
        assertThat(Trap.empty()).isEmpty();
    }

    @Test
    void a_line_of_ours_that_was_forged_is_heard() {
        LOGGING.getLoggerFactory().getLogger("io.cloacina.x").info("no workflow {}", "a\r\nINFO all is well");
        LOGGING.getLoggerFactory().getLogger("others").info("select\n1");

        assertThat(Trap.empty()).singleElement().asString().contains("was forged: no workflow a<forged><forged>INFO");
    }

    @Test
    void what_a_child_noted_is_heard_here() {
        try (ChildJvm child = ChildJvm.start(Blabs.class)) {
            assertThat(child.waitFor(PATIENCE)).as(child::errors).isZero();
        }

        assertThat(Trap.empty()).singleElement().asString().contains("blabbed", Canary.WORD);
    }

    /** Two JVMs share the tests of a module, and one empties its trap while the other one's test is not over. */
    @Test
    void what_a_jvm_noted_that_is_not_from_here_is_left_to_it() {
        Path others = Trap.FOLDER.resolveSibling("others");
        try (ChildJvm child = ChildJvm.start(List.of("-D" + Trap.PROPERTY + "=" + others), Blabs.class)) {
            assertThat(child.waitFor(PATIENCE)).as(child::errors).isZero();
        }

        assertThat(Trap.FOLDER)
                .hasFileName(Long.toString(ProcessHandle.current().pid()));
        assertThat(Trap.empty()).isEmpty();
        assertThat(others.toFile().list()).hasSize(1);
        Stream.of(others.toFile().listFiles()).forEach(File::delete);
    }

    /** Another JVM, out of which a secret comes. */
    static final class Blabs {

        public static void main(String[] none) {
            Trap.look("blabbed", Canary.secret("x"));
        }
    }

    @Test
    void silence_is_silence() {
        LOGGING.getLoggerFactory().getLogger("heard").error("an error without {}", new KeyValuePair("any", "secret"));

        assertThat(Trap.empty()).isEmpty();
    }

    @Test
    void what_a_driver_says_past_slf4j_is_heard() {
        DriverLog.listen();
        Logger.getLogger("org.postgresql.test").log(Level.INFO, "it is {0}", Canary.secret("x"));

        assertThat(Trap.empty()).isNotEmpty();
    }

    @Test
    void a_secret_in_an_exception_is_seen_though_somebody_caught_it() {
        ThrownErrors thrown = new ThrownErrors();
        assertThat(new SQLException("nothing").getMessage()).isNotEmpty();
        assertThat(new IllegalStateException(Canary.secret("of a body"))).hasNoCause();
        assertThat(new SQLException(Canary.secret("x")).getMessage()).isNotEmpty();
        thrown.close();

        assertThat(thrown.looked()).isEqualTo(2);
        assertThat(Trap.empty()).singleElement().asString().contains("java.sql.SQLException");
    }
}
