package io.cloacina.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoakTest {

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Report report =
            new Report(new PrintStream(lines, true, StandardCharsets.UTF_8), Backend.SQLITE, 1, "this build");

    @ParameterizedTest
    @EnumSource
    void a_figure_that_throws_breaks_the_run_and_the_others_are_taken(Trouble trouble) throws Exception {
        try (Scene scene = new Scene(Backend.SQLITE, 1, report)) {
            Soak.take(List.of(new Failing(trouble), new Fine()), scene, Duration.ZERO);
        }
        assertThat(lines.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> !line.contains(": took"))
                .satisfiesExactly(
                        failed -> assertThat(failed)
                                .contains("\"Failing: did not come to its end\"", "\"value\":1", "\"ok\":false"),
                        fine -> assertThat(fine).contains("\"Fine: rounds\"", "\"ok\":true"));
        assertThat(report.isBroken()).isTrue();
    }

    @Test
    void a_figure_that_there_is_not_is_not_left_out_silently() {
        assertThatThrownBy(() -> Soak.requireKnown(List.of("Kills", "Kill")))
                .hasMessageContaining("[Kills, Kill]")
                .hasMessageContaining("SteadyLoad");
    }

    /** What takes a second or two. Other tests do what the rest is about: a soak does it again and again. */
    @Test
    void figures_that_are_soon_taken_keep_their_limits() throws Exception {
        try (Scene scene = new Scene(Backend.SQLITE, 1, report)) {
            Soak.take(List.of(new HostileUrls(), new Payloads(), new MutatedJson()), scene, Duration.ofSeconds(3));
        }
        String said = lines.toString(StandardCharsets.UTF_8);
        assertThat(said).contains("HostileUrls: refused", "Payloads: accepted", "MutatedJson: rounds");
        assertThat(report.isBroken()).as(said).isFalse();
    }

    /** No server is asked: whoever is refused is refused before. */
    @Test
    void hostile_urls_are_refused_on_postgresql_as_well() throws Exception {
        Report onPostgres =
                new Report(new PrintStream(lines, true, StandardCharsets.UTF_8), Backend.POSTGRES, 1, "this build");
        try (Scene scene = new Scene(Backend.POSTGRES, 1, onPostgres)) {
            Soak.take(List.of(new HostileUrls()), scene, Duration.ofSeconds(1));
        }
        String said = lines.toString(StandardCharsets.UTF_8);
        assertThat(said).contains("HostileUrls: refused", "\"backend\":\"postgres\"");
        assertThat(onPostgres.isBroken()).as(said).isFalse();
    }

    /** What a figure may throw. */
    enum Trouble {
        CHECKED,
        RUNTIME,
        ASSERTION,
        OF_THE_JVM;

        Throwable thrown() {
            return switch (this) {
                case CHECKED -> new IOException("planted");
                case RUNTIME -> new IllegalStateException("planted");
                case ASSERTION -> new AssertionError("planted");
                case OF_THE_JVM -> new OutOfMemoryError("planted");
            };
        }
    }

    private record Failing(Trouble trouble) implements Figure {

        @Override
        public int share() {
            return 1;
        }

        @Override
        public void take(Scene scene, Duration time) throws Exception {
            Throwable thrown = trouble.thrown();
            thrown.setStackTrace(new StackTraceElement[0]); // it is printed in every build
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        }
    }

    private record Fine() implements Figure {

        @Override
        public int share() {
            return 1;
        }

        @Override
        public void take(Scene scene, Duration time) {
            scene.report().atLeast(1, name() + ": rounds", 1, "times");
        }
    }
}
