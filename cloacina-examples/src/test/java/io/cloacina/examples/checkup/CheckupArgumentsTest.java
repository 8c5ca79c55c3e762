package io.cloacina.examples.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckupArgumentsTest {

    @TempDir
    Path directory;

    @Test
    void a_directory_alone_uses_the_defaults_for_the_rest() throws IOException {
        CheckupArguments arguments = CheckupArguments.parse(List.of(directory.toString()));

        assertThat(arguments.repository()).isEqualTo(directory.toRealPath());
        assertThat(arguments.work()).isEqualTo(Path.of("target/checkup").toAbsolutePath());
        assertThat(arguments.store()).isEmpty();
    }

    @Test
    void options_stand_before_or_after_the_directory() {
        Path work = directory.resolve("work");

        CheckupArguments arguments = CheckupArguments.parse(
                List.of("--store", "postgres://me@host/db", directory.toString(), "--work", work.toString()));

        assertThat(arguments.work()).isEqualTo(work.toAbsolutePath());
        assertThat(arguments.store()).contains("postgres://me@host/db");
        assertThat(work).doesNotExist();
    }

    @Test
    void a_link_to_the_repository_is_resolved() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("r")));

        assertThat(CheckupArguments.parse(List.of(link.toString())).repository())
                .isEqualTo(directory.toRealPath().resolve("r"));
    }

    @Test
    void help_is_found_anywhere() {
        assertThat(CheckupArguments.askForHelp(List.of("a", "--help"))).isTrue();
        assertThat(CheckupArguments.askForHelp(List.of("a"))).isFalse();
    }

    static Stream<Arguments> badArguments() {
        return Stream.of(
                Arguments.of(List.of("no-such-directory"), "does not exist"),
                Arguments.of(List.of("pom.xml"), "it is a file"),
                Arguments.of(List.of(" "), "The directory is blank"),
                Arguments.of(List.of("nul\0"), "is no path on this system"),
                Arguments.of(List.of("--fast"), "Unknown option '--fast'. The options are"),
                Arguments.of(List.of("--work"), "Option --work has no value"),
                Arguments.of(List.of("--store", "--work", "x"), "Option --store has no value"),
                Arguments.of(List.of("src", "target"), "'directory' was given more than once"),
                Arguments.of(List.of("--work", "a", "--work", "b"), "'--work' was given more than once"),
                Arguments.of(List.of("src", "--work", "pom.xml"), "it is a file. Give a directory after --work"),
                Arguments.of(List.of("src", "--work", "what?"), "holds a question mark"));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void what_cannot_be_used_is_refused_with_the_reason_and_the_remedy(List<String> arguments, String message) {
        assertThatThrownBy(() -> CheckupArguments.parse(arguments))
                .isInstanceOf(BadArgumentException.class)
                .hasMessageContaining(message);
    }
}
