package io.cloacina.domain.context;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.domain.json.RandomJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A draft shows input and writes as one, and hands over no more than the writes. */
class ContextDraftTest {

    private static final int SELF = 7;

    private static ContextDraft draft(
            PayloadLimits limits, JsonObject values, Map<String, Integer> inherited, String... resolved) {
        return new ContextDraft(new MergedContext(values, new KeyMap(inherited), Set.of(resolved)), SELF, limits);
    }

    private static ContextDraft draft() {
        JsonObject values = JsonObject.builder().add("old", 1).add("start", 2).build();
        return draft(PayloadLimits.DEFAULT, values, Map.of("old", 3, "start", -1, "gone", 4));
    }

    @Test
    void without_writes_everything_is_inherited() {
        WrittenContext written = draft().close();

        assertThat(written.written()).isEqualTo(JsonObject.EMPTY);
        assertThat(written.keys()).isEqualTo(new KeyMap(Map.of("old", 3, "start", -1, "gone", 4)));
    }

    @Test
    void what_is_written_is_seen_at_once_and_is_all_that_is_handed_over() {
        ContextDraft draft = draft();
        draft.insert("new", "x");
        draft.update("old", 5);
        draft.put("start", 2);

        assertThat(draft.keys()).containsExactlyInAnyOrder("old", "start", "new");
        assertThat(draft.require("old", Integer.class)).isEqualTo(5);
        WrittenContext written = draft.close();
        assertThat(written.written().canonical()).isEqualTo("{\"new\":\"x\",\"old\":5,\"start\":2}");
        assertThat(written.keys()).isEqualTo(new KeyMap(Map.of("old", SELF, "start", SELF, "new", SELF, "gone", 4)));
    }

    @Test
    void removing_an_inherited_key_is_a_write_without_a_value() {
        ContextDraft draft = draft();
        draft.put("old", 9);
        draft.remove("old");

        assertThat(draft.get("old")).isEmpty();
        WrittenContext written = draft.close();
        assertThat(written.written()).isEqualTo(JsonObject.EMPTY);
        assertThat(written.keys().writers()).containsEntry("old", SELF);
    }

    @Test
    void a_key_that_only_this_task_set_and_removed_again_leaves_no_trace() {
        ContextDraft draft = draft();
        draft.insert("new", 1);
        draft.remove("new");
        draft.remove("never");
        draft.insert("gone", 1);
        draft.remove("gone");

        assertThat(draft.close()).isEqualTo(draft().close());
    }

    @Test
    void what_others_removed_can_be_inserted() {
        ContextDraft draft = draft();
        draft.insert("gone", 1);

        assertThat(draft.close().keys().writers()).containsEntry("gone", SELF);
    }

    @Test
    void resolved_keys_are_written_by_the_task_that_resolved_them() {
        JsonObject values = JsonObject.builder().add("both", 1).build();
        WrittenContext written = draft(PayloadLimits.DEFAULT, values, Map.of(), "both", "bothRemoved")
                .close();

        assertThat(written.keys()).isEqualTo(new KeyMap(Map.of("both", SELF, "bothRemoved", SELF)));
        assertThat(written.written().canonical()).isEqualTo("{\"both\":1}");
    }

    @Test
    void a_resolved_value_that_cannot_be_stored_is_refused_before_the_body_runs() {
        JsonObject values = JsonObject.builder().add("both", "\0").build();

        assertThatThrownBy(() -> draft(PayloadLimits.DEFAULT, values, Map.of(), "both"))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContaining("/both");
    }

    @Test
    void insert_and_update_look_at_what_is_visible_now() {
        ContextDraft draft = draft();

        assertThatThrownBy(() -> draft.insert("old", 1)).isInstanceOf(ContextKeyException.KeyExists.class);
        assertThatThrownBy(() -> draft.update("gone", 1)).isInstanceOf(ContextKeyException.KeyAbsent.class);
        draft.remove("old");
        assertThatThrownBy(() -> draft.update("old", 1)).isInstanceOf(ContextKeyException.KeyAbsent.class);
        draft.insert("old", 1);
        assertThat(draft.close().keys().writers()).doesNotContainKey("new").containsEntry("old", SELF);
    }

    @Test
    void after_it_is_closed_nothing_is_written_any_more() {
        ContextDraft draft = draft();
        draft.close();

        assertThatThrownBy(() -> draft.put("late", 1))
                .isInstanceOf(ContextClosedException.class)
                .hasMessageContaining("\"late\"");
        assertThatThrownBy(() -> draft.remove("old")).isInstanceOf(ContextClosedException.class);
        assertThat(draft.contains("old")).isTrue();
    }

    @Test
    void the_put_that_makes_the_context_too_large_is_the_one_that_fails_and_it_changes_nothing() {
        ContextDraft draft = draft(PayloadLimits.DEFAULT.withMaxBytes(40), JsonObject.EMPTY, Map.of());
        draft.put("a", "x".repeat(20));

        assertThatThrownBy(() -> draft.put("b", "x".repeat(20)))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContainingAll("/b", "40 bytes", "remove keys");
        assertThat(draft.keys()).containsExactly("a");
        draft.remove("a");
        draft.put("b", "x".repeat(20));
        assertThat(draft.close().written().members()).containsOnlyKeys("b");
    }

    @Test
    void an_input_beyond_the_limit_can_be_read_and_made_smaller() {
        JsonObject large = JsonObject.builder()
                .add("a", "x".repeat(50))
                .add("b", "x".repeat(50))
                .build();
        ContextDraft draft = draft(PayloadLimits.DEFAULT.withMaxBytes(80), large, Map.of("a", 1, "b", 2));

        assertThat(draft.require("a", String.class)).hasSize(50);
        assertThatThrownBy(() -> draft.put("c", 1)).isInstanceOf(InvalidPayloadException.class);
        draft.remove("a");
        draft.put("c", 1);
        assertThat(draft.keys()).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void a_write_is_accepted_exactly_when_the_whole_context_is_within_the_limit() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomJson json = new RandomJson(random);
            JsonObject input = json.object(2);
            int limit = 100;
            ContextDraft draft = draft(PayloadLimits.DEFAULT.withMaxBytes(limit), input, Map.of());
            Map<String, JsonValue> expected = new HashMap<>(input.members());
            for (int step = 0; step < 20; step++) {
                String key = "key" + random.nextInt(4);
                if (random.nextInt(3) == 0) {
                    draft.remove(key);
                    expected.remove(key);
                } else {
                    putBoth(draft, expected, key, json.value(2), limit);
                }
                assertThat(draft.toJson()).as("seed %d", seed).isEqualTo(new JsonObject(expected));
            }
        }
    }

    private static void putBoth(
            ContextDraft draft, Map<String, JsonValue> expected, String key, JsonValue value, int limit) {
        Map<String, JsonValue> next = new HashMap<>(expected);
        next.put(key, value);
        boolean fits = new JsonObject(next).canonical().getBytes(UTF_8).length <= limit;
        if (fits) {
            draft.put(key, value);
            expected.put(key, value);
        } else {
            assertThatThrownBy(() -> draft.put(key, value)).isInstanceOf(InvalidPayloadException.class);
        }
    }

    @Test
    void threads_of_one_body_may_write_at_once() throws Exception {
        int threads = 4;
        int keysEach = 10_000;
        ContextDraft draft = draft(PayloadLimits.DEFAULT, JsonObject.EMPTY, Map.of());
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<Boolean>> writers = IntStream.range(0, threads)
                .mapToObj(thread -> (Callable<Boolean>) () -> {
                    start.await();
                    IntStream.range(0, keysEach).forEach(i -> draft.put(thread + "-" + i, i));
                    return true;
                })
                .toList();

        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Boolean> writer : executor.invokeAll(writers)) {
                assertThat(writer.get()).isTrue();
            }
        } finally {
            executor.shutdownNow();
        }

        WrittenContext written = draft.close();
        assertThat(written.written().members())
                .hasSize(threads * keysEach)
                .containsEntry("3-9999", JsonNumber.of(9999));
        assertThat(written.keys().writers()).hasSize(threads * keysEach);
    }

    @Test
    void the_key_map_survives_its_json_and_a_damaged_one_is_told() {
        KeyMap keys = new KeyMap(Map.of("a", -1, "b", 12));

        assertThat(KeyMap.fromJson(keys.toJson())).isEqualTo(keys);
        for (JsonValue damaged :
                new JsonValue[] {JsonNumber.of(-2), JsonNumber.of(1.5), JsonNumber.of(1L << 40), new JsonString("1")}) {
            assertThatThrownBy(() -> KeyMap.fromJson(new JsonObject(Map.of("a", damaged))))
                    .isInstanceOf(UnreadableContextException.class)
                    .hasMessageContaining("\"a\"");
        }
    }

    @Test
    void the_start_of_an_execution_wrote_all_its_keys() {
        WrittenContext start = WrittenContext.initial(Context.of("a", 1, "b", 2));

        assertThat(start.keys()).isEqualTo(new KeyMap(Map.of("a", -1, "b", -1)));
        assertThat(start.written()).isEqualTo(Context.of("a", 1, "b", 2).toJson());
        assertThat(start.toString()).doesNotContain("written");
    }
}
