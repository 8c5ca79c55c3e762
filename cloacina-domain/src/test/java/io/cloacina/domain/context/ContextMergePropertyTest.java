package io.cloacina.domain.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.json.PayloadLimits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random workflows, run by the merge and by an oracle that walks over all ancestors, agree at every task. */
class ContextMergePropertyTest {

    private static final int SEEDS = 1_000;
    private static final List<String> KEYS = List.of("a", "b", "c");

    @Test
    void the_last_declared_writer_wins_as_the_oracle_says() {
        runAll(ConflictPolicy.lastDeclared());
    }

    @Test
    void a_merge_function_is_given_what_the_oracle_says() {
        runAll(ConflictPolicy.merge((key, values) -> new JsonArray(values)));
    }

    @Test
    void conflicts_fail_exactly_where_the_oracle_sees_one() {
        runAll(ConflictPolicy.fail());
    }

    private static void runAll(ConflictPolicy policy) {
        for (long seed = 0; seed < SEEDS; seed++) {
            new Run(seed, policy).run();
        }
    }

    /** One execution of one random workflow. */
    private static final class Run {
        private final String description;
        private final SplittableRandom random;
        private final ConflictPolicy policy;
        private final Dag graph;
        private final MergeOracle oracle;
        private final Map<Integer, KeyMap> keyMaps = new HashMap<>();
        private final Map<Integer, JsonObject> written = new HashMap<>();

        Run(long seed, ConflictPolicy policy) {
            this.description = policy.mode() + " seed " + seed;
            this.random = new SplittableRandom(seed);
            this.policy = policy;
            this.graph = Dag.random(random);
            Context initial = randomContext();
            this.oracle = new MergeOracle(graph, initial.toJson());
            store(KeyMap.INITIAL, WrittenContext.initial(initial));
        }

        private Context randomContext() {
            Context context = Context.empty();
            for (String key : KEYS) {
                context = random.nextBoolean() ? context.insert(key, random.nextInt(100)) : context;
            }
            return context;
        }

        private void store(int writer, WrittenContext context) {
            keyMaps.put(writer, KeyMap.fromJson(context.keys().toJson()));
            written.put(writer, context.written());
        }

        void run() {
            double completing = random.nextDouble();
            for (int task = 0; task < graph.size(); task++) {
                List<Integer> sources = graph.dependencies(task);
                Optional<MergedContext> input =
                        check(ContextMerge.inputOf(graph, task, policy, keyMaps::containsKey), sources);
                if (input.isPresent() && random.nextDouble() < completing) {
                    complete(task, input.get());
                }
            }
            check(ContextMerge.resultOf(graph, policy, keyMaps::containsKey), oracle.leaves());
        }

        /** The merged context, compared with the oracle's; empty when both see a conflict that fails. */
        private Optional<MergedContext> check(ContextMerge merge, List<Integer> sources) {
            if (keyMaps.keySet().containsAll(sources)) {
                Set<Integer> direct = sources.isEmpty() ? Set.of(KeyMap.INITIAL) : Set.copyOf(sources);
                assertThat(merge.keyMapsNeeded()).as(description).isEqualTo(direct);
            }
            Map<String, List<Integer>> nearest = oracle.nearest(sources);
            Optional<Map.Entry<String, List<Integer>>> conflict = new TreeMap<>(nearest)
                    .entrySet().stream()
                            .filter(each -> each.getValue().size() > 1)
                            .findFirst();
            Map<Integer, KeyMap> needed = only(merge.keyMapsNeeded(), keyMaps);
            if (conflict.isPresent() && policy instanceof ConflictPolicy.Fail) {
                checkConflict(merge, needed, conflict.get());
                return Optional.empty();
            }
            MergedKeys keys = merge.keys(needed);
            MergedContext merged = keys.values(only(keys.valuesNeeded(), written));
            assertThat(merged).as(description).isEqualTo(expected(nearest));
            if (random.nextInt(10) == 0) {
                checkLoss(merge, needed);
            }
            return Optional.of(merged);
        }

        private static <T> Map<Integer, T> only(Set<Integer> writers, Map<Integer, T> all) {
            return writers.stream().collect(Collectors.toMap(writer -> writer, all::get));
        }

        private void checkConflict(
                ContextMerge merge, Map<Integer, KeyMap> needed, Map.Entry<String, List<Integer>> conflict) {
            List<Integer> writers = conflict.getValue();
            assertThatThrownBy(() -> merge.keys(needed))
                    .as(description)
                    .isInstanceOfSatisfying(ContextConflictException.class, error -> {
                        assertThat(error.key()).isEqualTo(conflict.getKey());
                        assertThat(error.first()).isEqualTo(graph.id(writers.get(0)));
                        assertThat(error.second()).isEqualTo(graph.id(writers.get(writers.size() - 1)));
                    });
        }

        /** Whichever of the key maps is missing, nothing is merged. */
        private void checkLoss(ContextMerge merge, Map<Integer, KeyMap> needed) {
            needed.remove(List.copyOf(needed.keySet()).get(random.nextInt(needed.size())));
            assertThatThrownBy(() -> merge.keys(needed)).as(description).isInstanceOf(UnreadableContextException.class);
        }

        private MergedContext expected(Map<String, List<Integer>> nearest) {
            Map<String, JsonValue> values = new HashMap<>();
            Map<String, Integer> inherited = new HashMap<>();
            nearest.forEach((key, writers) -> {
                value(key, writers).ifPresent(value -> values.put(key, value));
                if (writers.size() == 1) {
                    inherited.put(key, writers.get(0));
                }
            });
            Set<String> resolved = new HashSet<>(nearest.keySet());
            resolved.removeAll(inherited.keySet());
            return new MergedContext(new JsonObject(values), new KeyMap(inherited), resolved);
        }

        private Optional<JsonValue> value(String key, List<Integer> writers) {
            if (writers.size() == 1 || policy instanceof ConflictPolicy.LastDeclared) {
                return oracle.written(writers.get(writers.size() - 1), key);
            }
            List<JsonValue> candidates = writers.stream()
                    .map(each -> oracle.written(each, key))
                    .flatMap(Optional::stream)
                    .toList();
            return candidates.isEmpty() ? Optional.empty() : Optional.of(new JsonArray(candidates));
        }

        private void complete(int task, MergedContext input) {
            ContextDraft draft = new ContextDraft(input, task, PayloadLimits.DEFAULT);
            Map<String, Optional<JsonValue>> writes = new LinkedHashMap<>();
            input.resolved().forEach(key -> writes.put(key, input.values().get(key)));
            for (int i = random.nextInt(3); i > 0; i--) {
                write(draft, writes, input);
            }
            store(task, draft.close());
            oracle.completed(task, writes);
        }

        private void write(ContextDraft draft, Map<String, Optional<JsonValue>> writes, MergedContext input) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            if (random.nextInt(3) > 0) {
                JsonValue value = JsonNumber.of(random.nextInt(100));
                draft.put(key, value);
                writes.put(key, Optional.of(value));
            } else {
                draft.remove(key);
                boolean othersKnowIt =
                        input.values().get(key).isPresent() || input.resolved().contains(key);
                if (othersKnowIt) {
                    writes.put(key, Optional.empty());
                } else {
                    writes.remove(key);
                }
            }
        }
    }
}
