package io.cloacina.domain.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskGraphTest {

    private static final int CASES = 400;
    private static final int MOST_TASKS = 14;

    private final TaskGraph diamond = TaskGraph.of(Map.of(
            "z-start",
            List.of(),
            "left",
            List.of("z-start"),
            "right",
            List.of("z-start"),
            "end",
            List.of("right", "left")));

    @Test
    void tasks_are_ordered_by_dependency_and_then_by_id() {
        assertThat(diamond.ids()).containsExactly("z-start", "left", "right", "end");
        assertThat(diamond.ordinal("right")).isEqualTo(2);
        assertThat(diamond.id(2)).isEqualTo("right");
    }

    @Test
    void dependencies_keep_their_declared_order_and_successors_ascend() {
        assertThat(diamond.dependencies(3)).containsExactly(2, 1);
        assertThat(diamond.successors(0)).containsExactly(1, 2);
    }

    @Test
    void roots_leaves_and_levels_partition_the_graph() {
        assertThat(diamond.roots()).containsExactly(0);
        assertThat(diamond.leaves()).containsExactly(3);
        assertThat(diamond.levels()).containsExactly(Ordinals.of(0), Ordinals.of(1, 2), Ordinals.of(3));
    }

    @Test
    void a_task_is_not_its_own_ancestor() {
        assertThat(diamond.isAncestor(0, 0)).isFalse();
        assertThat(diamond.ancestors(3)).containsExactly(0, 1, 2);
        assertThat(diamond.descendants(0)).containsExactly(1, 2, 3);
        assertThat(diamond.isAncestor(1, 2)).isFalse();
    }

    @Test
    void descendants_of_several_tasks_are_united() {
        assertThat(diamond.descendants(1, 2)).containsExactly(3);
        assertThat(diamond.descendants(0, 1)).containsExactly(1, 2, 3);
        assertThat(diamond.descendants()).isEmpty();
    }

    @Test
    void an_unknown_id_is_refused_with_the_nearest_ones() {
        assertThatThrownBy(() -> diamond.ordinal("rigth"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'rigth'")
                .hasMessageContaining("[right]");
        assertThat(diamond.contains("rigth")).isFalse();
    }

    @Test
    void a_subgraph_brings_its_dependencies_along() {
        TaskGraph part = diamond.subgraph(List.of("left"));
        assertThat(part.ids()).containsExactly("z-start", "left");
        assertThatThrownBy(() -> diamond.subgraph(List.of())).isInstanceOf(InvalidWorkflowException.class);
        assertThatThrownBy(() -> diamond.subgraph(List.of("middle"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_a_graph_gives_out_cannot_be_changed() {
        int[] given = {1, 2};
        Ordinals ordinals = Ordinals.of(given);
        given[0] = 9;
        assertThat(ordinals).containsExactly(1, 2);
        assertThatThrownBy(() -> diamond.successors(0).set(0, 9)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> diamond.ids().set(0, "x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void the_order_is_the_one_that_always_takes_the_smallest_id_that_may_come() {
        SeededCases.check(CASES, random -> {
            Map<String, List<String>> tasks = Graphs.random(random, MOST_TASKS);
            assertThat(TaskGraph.of(tasks).ids()).isEqualTo(naiveOrder(tasks));
        });
    }

    @Test
    void a_graph_does_not_depend_on_the_order_of_declaration() {
        SeededCases.check(CASES, random -> {
            Map<String, List<String>> tasks = Graphs.random(random, MOST_TASKS);
            TaskGraph one = TaskGraph.of(tasks);
            TaskGraph other = TaskGraph.of(Graphs.inRandomOrder(tasks, random));
            assertThat(other.ids()).isEqualTo(one.ids());
            for (int task = 0; task < one.size(); task++) {
                assertThat(other.dependencies(task)).isEqualTo(one.dependencies(task));
            }
        });
    }

    @Test
    void links_point_both_ways_and_rise_with_the_ordinals() {
        SeededCases.check(CASES, random -> {
            Map<String, List<String>> tasks = Graphs.random(random, MOST_TASKS);
            TaskGraph graph = TaskGraph.of(tasks);
            for (int task = 0; task < graph.size(); task++) {
                int of = task;
                assertThat(graph.dependencies(task).stream().map(graph::id)).isEqualTo(tasks.get(graph.id(task)));
                assertThat(graph.dependencies(task)).allMatch(above -> above < of);
                assertThat(graph.successors(task))
                        .containsExactlyElementsOf(IntStream.range(0, graph.size())
                                .filter(other -> graph.dependencies(other).contains(of))
                                .boxed()
                                .toList());
            }
        });
    }

    @Test
    void ancestors_and_descendants_are_the_closure_of_the_links() {
        SeededCases.check(CASES, random -> {
            TaskGraph graph = TaskGraph.of(Graphs.random(random, MOST_TASKS));
            boolean[][] reaches = closure(graph);
            for (int task = 0; task < graph.size(); task++) {
                int of = task;
                assertThat(graph.ancestors(task)).isEqualTo(where(graph.size(), other -> reaches[of][other]));
                assertThat(graph.descendants(task)).isEqualTo(where(graph.size(), other -> reaches[other][of]));
                for (int other = 0; other < graph.size(); other++) {
                    assertThat(graph.isAncestor(other, task)).isEqualTo(reaches[task][other]);
                }
            }
        });
    }

    @Test
    void the_level_of_a_task_is_its_longest_way_to_a_root() {
        SeededCases.check(CASES, random -> {
            TaskGraph graph = TaskGraph.of(Graphs.random(random, MOST_TASKS));
            List<Ordinals> levels = graph.levels();
            assertThat(levels.stream().mapToInt(Ordinals::size).sum()).isEqualTo(graph.size());
            for (int level = 0; level < levels.size(); level++) {
                int expected = level;
                assertThat(levels.get(level)).allMatch(task -> longestWay(graph, task) == expected);
            }
        });
    }

    @Test
    void a_subgraph_is_the_closure_of_what_was_asked_for() {
        SeededCases.check(CASES, random -> {
            TaskGraph graph = TaskGraph.of(Graphs.random(random, MOST_TASKS));
            Set<Integer> asked = new HashSet<>(List.of(random.nextInt(graph.size()), graph.size() - 1));
            Set<Integer> kept = new HashSet<>(asked);
            asked.forEach(task -> kept.addAll(graph.ancestors(task)));
            TaskGraph part = graph.subgraph(asked.stream().map(graph::id).toList());
            assertThat(part.ids())
                    .containsExactlyInAnyOrderElementsOf(
                            kept.stream().map(graph::id).toList());
        });
    }

    private static List<String> naiveOrder(Map<String, List<String>> tasks) {
        List<String> order = new ArrayList<>();
        Set<String> waiting = new TreeSet<>(tasks.keySet());
        while (!waiting.isEmpty()) {
            String next = waiting.stream()
                    .filter(id -> order.containsAll(tasks.get(id)))
                    .findFirst()
                    .orElseThrow();
            order.add(next);
            waiting.remove(next);
        }
        return order;
    }

    /** Warshall's algorithm: {@code [a][b]} tells whether a depends on b. */
    private static boolean[][] closure(TaskGraph graph) {
        int size = graph.size();
        boolean[][] reaches = new boolean[size][size];
        for (int task = 0; task < size; task++) {
            for (int above : graph.dependencies(task)) {
                reaches[task][above] = true;
            }
        }
        for (int via = 0; via < size; via++) {
            for (boolean[] row : reaches) {
                for (int to = 0; to < size; to++) {
                    row[to] |= row[via] && reaches[via][to];
                }
            }
        }
        return reaches;
    }

    private static Ordinals where(int size, IntPredicate matches) {
        return Ordinals.of(IntStream.range(0, size).filter(matches).toArray());
    }

    private static int longestWay(TaskGraph graph, int task) {
        return Arrays.stream(graph.dependencies(task).ints().toArray())
                .map(above -> 1 + longestWay(graph, above))
                .max()
                .orElse(0);
    }
}
