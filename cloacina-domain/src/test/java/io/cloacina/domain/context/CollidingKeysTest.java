package io.cloacina.domain.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonObjectBuilder;
import io.cloacina.domain.json.PayloadLimits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever chooses the keys of a context may choose 65,536 that share one hash: it costs no more than other keys do. */
@Timeout(5)
class CollidingKeysTest {

    private static final int BITS = 16;
    private static final List<String> KEYS =
            IntStream.range(0, 1 << BITS).mapToObj(CollidingKeysTest::colliding).toList();

    private static String colliding(int number) {
        StringBuilder key = new StringBuilder();
        for (int bit = 0; bit < BITS; bit++) {
            key.append((number >> bit & 1) == 0 ? "Aa" : "BB"); // both have the hash 2112
        }
        return key.toString();
    }

    @Test
    void the_keys_share_a_hash() {
        assertThat(KEYS.stream().map(String::hashCode).distinct()).hasSize(1);
        assertThat(KEYS).doesNotHaveDuplicates();
    }

    @Test
    void a_key_map_takes_them() {
        Map<String, Integer> writers = new HashMap<>();
        KEYS.forEach(key -> writers.put(key, 0));
        assertThat(new KeyMap(writers).writers()).hasSize(KEYS.size());
    }

    @Test
    void a_draft_names_and_keeps_them() {
        JsonObjectBuilder input = JsonObject.builder();
        KEYS.forEach(key -> input.add(key, 1));
        Map<String, Integer> writers = new HashMap<>();
        KEYS.forEach(key -> writers.put(key, 0));
        MergedContext merged = new MergedContext(input.build(), new KeyMap(writers), new HashSet<>(KEYS));
        ContextDraft draft = new ContextDraft(merged, 1, PayloadLimits.MAXIMUM);
        assertThat(draft.keys()).hasSize(KEYS.size());
        assertThat(draft.close().written().members()).hasSize(KEYS.size());
    }
}
