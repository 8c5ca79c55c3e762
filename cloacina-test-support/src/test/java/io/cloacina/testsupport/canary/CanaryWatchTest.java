package io.cloacina.testsupport.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.SQLException;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The watch bites: a test during which a secret comes out fails, and so does a run in which an exception had one. */
class CanaryWatchTest {

    @Test
    void a_test_during_which_a_secret_came_out_fails_and_no_other_one() {
        EngineExecutionResults run = run(Leaks.class);

        assertThat(namesOf(run.testEvents().failed().list()))
                .containsExactlyInAnyOrder("logs()", "logs_past_slf4j()", "prints()", "prints_errors()");
        assertThat(namesOf(run.testEvents().succeeded().list())).containsExactly("keeps_it()");
        assertThat(run.allEvents().failed().list())
                .allSatisfy(failed -> assertThat(failureOf(failed))
                        .hasMessageContaining("A secret of the tests came out", Canary.WORD));
    }

    @Test
    void a_run_fails_at_its_end_when_an_exception_had_a_secret_though_somebody_caught_it() {
        EngineExecutionResults run = run(Catches.class);

        assertThat(run.testEvents().failed().list()).isEmpty();
        assertThat(run.containerEvents().failed().list())
                .singleElement()
                .satisfies(failed -> assertThat(failureOf(failed)).hasMessageContaining("java.sql.SQLException"));
    }

    private static EngineExecutionResults run(Class<?> planted) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(planted))
                .execute();
    }

    private static List<String> namesOf(List<Event> events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static Throwable failureOf(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @ExtendWith(CanaryWatch.class)
    static class Leaks {

        private static final String SECRET = Canary.secret("x");

        @Test
        void logs() {
            new TraceLogging().getLoggerFactory().getLogger("any").trace("it is {}", SECRET);
        }

        @Test
        void logs_past_slf4j() {
            DriverLog.listen();
            Logger.getLogger("org.postgresql.test").info(SECRET);
        }

        @Test
        void prints() {
            System.out.println("it is " + SECRET);
        }

        @Test
        void prints_errors() {
            System.err.println("it is " + SECRET);
        }

        @Test
        void keeps_it() {
            assertThat(SECRET).isNotEmpty();
        }
    }

    @ExtendWith(CanaryWatch.class)
    static class Catches {

        @Test
        void catches_it() {
            assertThat(new SQLException(Canary.secret("x")).getMessage()).isNotEmpty();
        }
    }
}
