package io.cloacina.domain.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The nearest writer of a key decides; among unordered ones, the policy. */
class ContextMergeTest {

    /** Task 0 and 1 are roots, task 2 depends on both: as declared, first on 1. */
    private static final Dag JOIN = Dag.of(List.of(), List.of(), List.of(1, 0));

    private static final int START = KeyMap.INITIAL;

    private final Map<Integer, KeyMap> keyMaps = new HashMap<>();
    private final Map<Integer, JsonObject> written = new HashMap<>();

    private void stored(int writer, Map<String, Integer> keys, Map<String, JsonValue> values) {
        keyMaps.put(writer, new KeyMap(keys));
        written.put(writer, new JsonObject(values));
    }

    private static Map<String, JsonValue> value(String text) {
        return Map.of("k", new JsonString(text));
    }

    private MergedContext input(Ancestry graph, int task, ConflictPolicy policy) {
        return ContextMerge.inputOf(graph, task, policy, keyMaps::containsKey)
                .keys(keyMaps)
                .values(written);
    }

    private static Map<String, JsonValue> valuesOf(MergedContext merged) {
        return merged.values().members();
    }

    @Test
    void a_root_begins_with_the_initial_context() {
        stored(START, Map.of("k", START), value("start"));

        MergedContext merged = input(JOIN, 0, ConflictPolicy.fail());

        assertThat(valuesOf(merged)).isEqualTo(value("start"));
        assertThat(merged.inherited()).isEqualTo(new KeyMap(Map.of("k", START)));
    }

    @Test
    void of_two_unordered_writers_the_last_declared_wins_and_the_merging_task_becomes_the_writer() {
        stored(0, Map.of("k", 0), value("zero"));
        stored(1, Map.of("k", 1), value("one"));

        MergedContext merged = input(JOIN, 2, ConflictPolicy.lastDeclared());

        assertThat(valuesOf(merged)).isEqualTo(value("zero"));
        assertThat(merged.resolved()).containsExactly("k");
        assertThat(merged.inherited().writers()).isEmpty();
    }

    @Test
    void a_conflict_that_must_fail_names_the_key_and_both_writers_in_declared_order() {
        stored(0, Map.of("k", 0), value("zero-secret"));
        stored(1, Map.of("k", 1), value("one-secret"));

        assertThatThrownBy(() -> input(JOIN, 2, ConflictPolicy.fail()))
                .isInstanceOf(ContextConflictException.class)
                .hasMessageContaining(
                        "\"k\" comes from two tasks of which neither follows the other, \"t1\" and \"t0\"")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_merge_function_is_given_the_values_in_declared_order_and_none_for_a_removal() {
        Dag graph = Dag.of(List.of(), List.of(), List.of(), List.of(2, 0, 1));
        stored(0, Map.of("k", 0), Map.of());
        stored(1, Map.of("k", 1), value("one"));
        stored(2, Map.of("k", 2), value("two"));
        ConflictPolicy count = ConflictPolicy.merge((key, values) -> {
            assertThat(key).isEqualTo("k");
            assertThat(values).containsExactly(new JsonString("two"), new JsonString("one"));
            return JsonNumber.of(values.size());
        });

        assertThat(valuesOf(input(graph, 3, count))).isEqualTo(Map.of("k", JsonNumber.of(2)));
    }

    @Test
    void a_key_that_all_removed_stays_removed_and_nobody_is_asked() {
        stored(0, Map.of("k", 0), Map.of());
        stored(1, Map.of("k", 1), Map.of());
        ConflictPolicy never = ConflictPolicy.merge((key, values) -> {
            throw new AssertionError("nothing to merge");
        });

        MergedContext merged = input(JOIN, 2, never);

        assertThat(valuesOf(merged)).isEmpty();
        assertThat(merged.resolved()).containsExactly("k");
    }

    @Test
    void a_merge_function_that_returns_null_is_told_so_by_key() {
        stored(0, Map.of("k", 0), value("zero"));
        stored(1, Map.of("k", 1), value("one"));

        assertThatThrownBy(() -> input(JOIN, 2, ConflictPolicy.merge((key, values) -> nothing())))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("\"k\"");
    }

    @SuppressWarnings("NullAway") // what a caller without a null checker may do
    private static JsonValue nothing() {
        return null;
    }

    @Test
    void a_value_inherited_unchanged_never_overrides_a_change_on_another_branch() {
        Dag diamond = Dag.of(List.of(), List.of(0), List.of(0), List.of(1, 2));
        stored(0, Map.of("k", 0), value("old"));
        stored(1, Map.of("k", 1), value("changed"));
        stored(2, Map.of("k", 0), Map.of());

        MergedContext merged = input(diamond, 3, ConflictPolicy.fail());

        assertThat(valuesOf(merged)).isEqualTo(value("changed"));
        assertThat(merged.inherited().writers()).containsEntry("k", 1);
    }

    @Test
    void a_removal_is_a_write_and_is_inherited() {
        Dag diamond = Dag.of(List.of(), List.of(0), List.of(0), List.of(1, 2));
        stored(0, Map.of("k", 0), value("old"));
        stored(1, Map.of("k", 1), Map.of());
        stored(2, Map.of("k", 0), Map.of());

        MergedContext merged = input(diamond, 3, ConflictPolicy.fail());

        assertThat(valuesOf(merged)).isEmpty();
        assertThat(merged.inherited().writers()).containsEntry("k", 1);
    }

    @Test
    void what_a_task_resolved_is_no_conflict_further_down() {
        Dag graph = Dag.of(List.of(), List.of(), List.of(0, 1), List.of(0, 2));
        stored(0, Map.of("k", 0), value("zero"));
        stored(1, Map.of("k", 1), value("one"));
        stored(2, Map.of("k", 2), value("one"));

        assertThat(valuesOf(input(graph, 3, ConflictPolicy.fail()))).isEqualTo(value("one"));
    }

    @Test
    void a_task_that_did_not_complete_passes_its_input_through() {
        Dag graph = Dag.of(List.of(), List.of(0), List.of(1));
        stored(0, Map.of("k", 0), value("zero"));

        assertThat(ContextMerge.inputOf(graph, 2, ConflictPolicy.fail(), keyMaps::containsKey)
                        .keyMapsNeeded())
                .containsExactly(0);
        assertThat(valuesOf(input(graph, 2, ConflictPolicy.fail()))).isEqualTo(value("zero"));
    }

    @Test
    void a_conflict_inside_a_skipped_join_is_resolved_by_whoever_comes_next_in_the_joins_order() {
        Dag graph = Dag.of(List.of(), List.of(), List.of(1, 0), List.of(2));
        stored(0, Map.of("k", 0), value("zero"));
        stored(1, Map.of("k", 1), value("one"));

        MergedContext merged = input(graph, 3, ConflictPolicy.lastDeclared());

        assertThat(valuesOf(merged)).isEqualTo(value("zero"));
        assertThat(merged.resolved()).containsExactly("k");
    }

    @Test
    void who_comes_through_several_dependencies_stands_where_the_last_of_them_stands() {
        // 0 and 1 write; 2 and 3 inherit from 0; the join declares 2, 1, 3
        Dag graph = Dag.of(List.of(), List.of(), List.of(0), List.of(0), List.of(2, 1, 3));
        stored(0, Map.of("k", 0), value("zero"));
        stored(1, Map.of("k", 1), value("one"));
        stored(2, Map.of("k", 0), Map.of());
        stored(3, Map.of("k", 0), Map.of());

        assertThat(valuesOf(input(graph, 4, ConflictPolicy.lastDeclared()))).isEqualTo(value("zero"));
    }

    @Test
    void the_final_context_is_the_merge_of_the_leaves_in_canonical_order() {
        Dag graph = Dag.of(List.of(), List.of(0), List.of(0));
        stored(START, Map.of("s", START), Map.of("s", JsonNumber.of(1)));
        stored(0, Map.of("s", START, "k", 0), value("zero"));
        stored(1, Map.of("s", START, "k", 1), value("one"));
        stored(2, Map.of("s", START, "k", 2), value("two"));
        ContextMerge merge = ContextMerge.resultOf(graph, ConflictPolicy.lastDeclared(), keyMaps::containsKey);

        assertThat(merge.keyMapsNeeded()).containsExactly(1, 2);
        assertThat(merge.keys(keyMaps).valuesNeeded()).isEqualTo(Set.of(START, 2));
        assertThat(merge.keys(keyMaps).values(written).toContext()).isEqualTo(Context.of("s", 1, "k", "two"));
    }

    @Test
    void a_missing_row_of_a_completed_task_is_an_error_that_names_it() {
        stored(0, Map.of("k", 0), value("zero"));
        ContextMerge merge = ContextMerge.inputOf(JOIN, 2, ConflictPolicy.lastDeclared(), any -> true);

        assertThatThrownBy(() -> merge.keys(keyMaps))
                .isInstanceOf(UnreadableContextException.class)
                .hasMessageContaining("task \"t1\" is missing");
        stored(1, Map.of("k", 1), value("one"));
        assertThatThrownBy(() -> merge.keys(keyMaps).values(Map.of()))
                .isInstanceOf(UnreadableContextException.class)
                .hasMessageContaining("task \"t0\" is missing");
    }

    @Test
    void ten_thousand_skipped_tasks_in_a_row_cost_no_stack_and_a_few_looks_at_each() {
        int length = 10_000;
        Map<String, Integer> keys = new HashMap<>();
        Map<String, JsonValue> values = new HashMap<>();
        IntStream.range(0, 1_000).forEach(i -> {
            keys.put("key" + i, START);
            values.put("key" + i, JsonNumber.of(i));
        });
        stored(START, keys, values);

        Looks chain = new Looks(Dag.chain(length));

        assertThat(valuesOf(input(chain, length - 1, ConflictPolicy.fail()))).isEqualTo(values);
        MergedContext result = ContextMerge.resultOf(chain, ConflictPolicy.fail(), keyMaps::containsKey)
                .keys(keyMaps)
                .values(written);
        assertThat(valuesOf(result)).isEqualTo(values);
        assertThat(chain.count()).isLessThan(20 * length);
    }

    @Test
    void ten_thousand_branches_that_all_write_the_same_keys_cost_a_few_looks_at_each() {
        int width = 10_000;
        IntPredicate all = any -> true;
        for (int task = 0; task <= width; task++) {
            Map<String, Integer> keys = new HashMap<>();
            Map<String, JsonValue> values = new HashMap<>();
            for (String key : List.of("a", "b", "c", "d", "e")) {
                keys.put(key, task);
                values.put(key, JsonNumber.of(task));
            }
            stored(task, keys, values);
        }

        Looks fan = new Looks(Dag.fan(width));

        MergedKeys keys = ContextMerge.inputOf(fan, width + 1, ConflictPolicy.lastDeclared(), all)
                .keys(keyMaps);

        assertThat(keys.valuesNeeded()).containsExactly(width);
        assertThat(keys.values(written).resolved()).hasSize(5);
        assertThat(fan.count()).isLessThan(3 * width);
    }
}
