package io.cloacina.examples.checkup.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha1Test {

    private static final String ABC = "a9993e364706816aba3e25717850c26c9cd0d89d";

    @TempDir
    Path directory;

    @Test
    void the_digest_of_abc_is_the_one_of_the_standard() throws Exception {
        Path file = Files.writeString(directory.resolve("abc"), "abc");

        assertThat(Sha1.of(file)).isEqualTo(ABC);
    }

    @Test
    void the_digest_of_nothing_is_known_too() throws Exception {
        Path file = Files.createFile(directory.resolve("empty"));

        assertThat(Sha1.of(file)).isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
    }

    @Test
    void a_file_larger_than_every_buffer_is_read_as_a_stream() throws Exception {
        Path file = directory.resolve("large");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(64L << 20);
        }

        assertThat(Sha1.of(file)).isEqualTo("44fac4bedde4df04b9572ac665d3ac2c5cd00c7d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ABC,
                ABC + "\n",
                ABC + "\r\n",
                ABC + "  abc-1.jar\n",
                ABC + " *abc-1.jar",
                "A9993E364706816ABA3E25717850C26C9CD0D89D",
                "SHA1(abc-1.jar)= " + ABC,
                "abc-1.jar: " + ABC,
                "\u00ef\u00bb\u00bf" + ABC,
                "  \n" + ABC
            })
    void the_digest_is_found_whatever_stands_around_it(String content) {
        assertThat(Sha1.digestIn(content)).contains(ABC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "<html>404</html>", "a9993e364706816aba3e25717850c26c9cd0d89", ABC + "00"})
    void what_holds_no_digest_is_no_checksum(String content) {
        assertThat(Sha1.digestIn(content)).isEmpty();
    }

    @Test
    void only_the_beginning_of_a_checksum_file_is_read() throws Exception {
        Path file = Files.writeString(directory.resolve("page.sha1"), " ".repeat(1 << 20) + ABC);

        assertThat(Sha1.promisedBy(file)).isEmpty();
    }

    @Test
    void an_interrupt_is_not_blamed_on_the_file() throws IOException {
        Path file = Files.writeString(directory.resolve("abc"), "abc");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Sha1.of(file)).isInstanceOf(InterruptedException.class);
        Thread.interrupted();
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        Path file = Files.writeString(directory.resolve("abc"), "abc");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        assertThatThrownBy(() -> Sha1.of(link)).isInstanceOf(IOException.class);
    }
}
