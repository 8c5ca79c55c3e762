package io.cloacina.runner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.KeyMap;
import io.cloacina.domain.context.UnreadableContextException;
import io.cloacina.domain.context.WrittenContext;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.StoredContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextCodecTest {

    private static final ExecutionId EXECUTION = ExecutionId.of("0193513c-0000-7000-8000-000000000001");
    private static final ContextRef REF = new ContextRef(EXECUTION, 2);

    @Test
    void what_is_encoded_is_read_back() {
        WrittenContext context = new WrittenContext(
                new KeyMap(Map.of("order", KeyMap.INITIAL, "total", 2, "gone", 2)),
                new JsonObject(Map.of("total", JsonNumber.of(42))));
        StoredContext stored = ContextCodec.encode(REF, context);

        assertThat(stored.ref()).isEqualTo(REF);
        assertThat(stored.keys()).isEqualTo("{\"gone\":2,\"order\":-1,\"total\":2}");
        assertThat(stored.written()).isEqualTo("{\"total\":42}");
        assertThat(ContextCodec.keys(REF, stored.keys())).isEqualTo(context.keys());
        assertThat(ContextCodec.written(REF, stored.written())).isEqualTo(context.written());
    }

    @Test
    void the_start_of_an_execution_is_its_own_writer() {
        ContextRef start = new ContextRef(EXECUTION, ContextRef.INITIAL);
        StoredContext stored = ContextCodec.encode(start, WrittenContext.initial(Context.of("a", 1)));

        assertThat(stored.keys()).isEqualTo("{\"a\":-1}");
        assertThat(stored.written()).isEqualTo("{\"a\":1}");
    }

    @Test
    void the_notation_a_database_gives_back_is_read() {
        assertThat(ContextCodec.keys(REF, "{\"b\": 0, \"a\": -1}")).isEqualTo(new KeyMap(Map.of("a", -1, "b", 0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"hush\"",
                "{\"hush\":",
                "{\"k\":\"hush\"}",
                "{\"k\":-2}",
                "{\"k\":1.5}",
                "{\"k\":9999999999}",
                "{\"k\":1,\"k\":2}"
            })
    void a_damaged_key_map_is_refused_and_not_shown(String text) {
        assertThatThrownBy(() -> ContextCodec.keys(REF, text))
                .isInstanceOf(UnreadableContextException.class)
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "42", "{\"hush\":", "{\"hush\":1}hush"})
    void damaged_values_are_refused_with_their_writer_and_not_shown(String text) {
        assertThatThrownBy(() -> ContextCodec.written(REF, text))
                .isInstanceOf(UnreadableContextException.class)
                .hasMessageContaining("task number 2 of execution " + EXECUTION)
                .hasMessageNotContaining("hush");
    }
}
