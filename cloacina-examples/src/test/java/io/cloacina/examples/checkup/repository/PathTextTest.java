package io.cloacina.examples.checkup.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "org/a/1/a-1.jar",
                "with space",
                "naïve/日本/\uD83D\uDE00.jar",
                "a\nb\r\tc",
                "back\\slash\\u0041",
                "lone\uD83D",
                "\uDE00x"
            })
    void a_path_reads_back_as_it_was(String path) {
        assertThat(PathText.read(PathText.write(path))).isEqualTo(path);
    }

    @Test
    void the_text_is_one_line_without_control_characters_and_broken_unicode() {
        assertThat(PathText.write("a\nb\u0000\u2028\uD83Dc\\")).isEqualTo("a\\u000ab\\u0000\\u2028\\ud83dc\\u005c");
    }

    @Test
    void an_ordinary_path_stays_as_it_is() {
        assertThat(PathText.write("org/ünï/\uD83D\uDE00-1.jar")).isEqualTo("org/ünï/\uD83D\uDE00-1.jar");
    }
}
