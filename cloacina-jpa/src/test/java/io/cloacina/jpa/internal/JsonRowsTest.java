package io.cloacina.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRowsTest {

    private static final TaskRef TASK = new TaskRef(ExecutionId.of("0192f0c1-7b2e-7000-8000-000000000001"), 3);

    @Test
    void an_element_is_an_object_and_null_is_left_out() {
        assertThat(JsonRows.of(
                        List.of(1, 2),
                        (row, number) -> row.ref(TASK)
                                .number("n", number)
                                .number("none", null)
                                .text("absent", null)
                                .word("word", Thread.State.NEW)
                                .word("no_word", null)
                                .flag("flag", number == 1)))
                .isEqualTo(
                        "[{\"execution\":\"0192f0c1-7b2e-7000-8000-000000000001\",\"task\":3,\"n\":1,\"word\":\"NEW\","
                                + "\"flag\":true},"
                                + "{\"execution\":\"0192f0c1-7b2e-7000-8000-000000000001\",\"task\":3,\"n\":2,\"word\":\"NEW\","
                                + "\"flag\":false}]");
    }

    @Test
    void text_is_escaped_and_json_travels_as_text() {
        assertThat(JsonRows.of(List.of("{\"a\":\"\\n\"}"), (row, text) -> row.text("t", text)))
                .isEqualTo("[{\"t\":\"{\\\"a\\\":\\\"\\\\n\\\"}\"}]");
    }

    @Test
    void a_large_set_is_cut_and_an_empty_one_is_none() {
        List<String> chunks = new ArrayList<>();
        JsonRows.chunks(List.<Integer>of(), (row, number) -> row.number("n", number), chunks::add);
        assertThat(chunks).isEmpty();

        JsonRows.chunks(Collections.nCopies(12_000, 7), (row, number) -> row.number("n", number), chunks::add);
        assertThat(chunks)
                .hasSize(3)
                .allSatisfy(chunk -> assertThat(chunk).startsWith("[{\"n\":7}").endsWith("}]"));
    }

    @Test
    void a_set_of_large_payloads_is_cut_by_its_size() {
        List<String> chunks = new ArrayList<>();
        String payload = "x".repeat(3 << 20);

        JsonRows.chunks(Collections.nCopies(6, payload), (row, text) -> row.text("t", text), chunks::add);

        assertThat(chunks).hasSize(2);
    }
}
