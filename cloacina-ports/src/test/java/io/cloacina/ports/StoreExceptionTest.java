package io.cloacina.ports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoreExceptionTest {

    static Stream<StoreException> oneOfEachKind() {
        return Stream.of(
                new StoreException.Contended("It happened.", null),
                new StoreException.ConnectionLost("It happened.", null),
                new StoreException.OutcomeUnknown("It happened.", null),
                new StoreException.OutOfRoom("It happened.", null),
                new StoreException.Refused("It happened.", null),
                new StoreException.Unreadable(new ExecutionId(new UUID(0, 1)), "It happened.", null),
                new StoreException.Unusable("It happened.", null));
    }

    @Test
    void this_test_knows_every_kind() {
        assertThat(oneOfEachKind())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(StoreException.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void every_kind_names_the_section_that_bears_its_name(StoreException error) throws IOException {
        String section = error.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);

        assertThat(Files.readString(Path.of("..", "docs", "troubleshooting.md")).toLowerCase(Locale.ROOT))
                .contains("\n## " + section + "\n");
        assertThat(error).hasMessage("It happened. See docs/troubleshooting.md#" + section.replace(' ', '-') + ".");
    }

    @Test
    void a_message_that_names_a_section_itself_keeps_it() {
        String message = "It is locked. See docs/troubleshooting.md#database-is-locked.";

        assertThat(new StoreException.Contended(message, null)).hasMessage(message);
    }
}
