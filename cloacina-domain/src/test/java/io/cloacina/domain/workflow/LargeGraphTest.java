package io.cloacina.domain.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten thousand tasks are an ordinary workflow: no walk over them recurses, none follows every path. One that did would not
 * end; the time-out is there to end it, not to measure.
 */
@Timeout(120)
class LargeGraphTest {

    private static final int SIZE = 10_000;

    @Test
    void a_chain_of_ten_thousand_tasks_is_walked_without_a_deep_stack() {
        TaskGraph chain = TaskGraph.of(Graphs.chain(SIZE));
        assertThat(chain.levels()).hasSize(SIZE);
        assertThat(chain.isAncestor(0, SIZE - 1)).isTrue();
        assertThat(chain.ancestors(SIZE - 1)).hasSize(SIZE - 1);
        assertThat(chain.descendants(0)).hasSize(SIZE - 1);
        assertThat(chain.subgraph(chain.ids().subList(SIZE - 1, SIZE)).size()).isEqualTo(SIZE);
    }

    @Test
    void a_fan_of_ten_thousand_tasks_has_three_levels() {
        TaskGraph fan = TaskGraph.of(Graphs.fan(SIZE));
        assertThat(fan.levels()).hasSize(3);
        assertThat(fan.dependencies(fan.ordinal("join"))).hasSize(SIZE);
        assertThat(fan.successors(fan.ordinal("hub"))).hasSize(SIZE);
    }

    @Test
    void a_million_dependencies_between_layers_are_walked() {
        TaskGraph layers = TaskGraph.of(Graphs.layers(100, 100));
        assertThat(layers.isAncestor(0, SIZE - 1)).isTrue();
        assertThat(layers.descendants(0)).hasSize(SIZE - 100);
    }

    @Test
    void the_largest_graph_allowed_is_built() {
        TaskGraph largest = TaskGraph.of(Graphs.chain(TaskGraph.MOST_TASKS));
        assertThat(largest.size()).isEqualTo(TaskGraph.MOST_TASKS);
        assertThat(largest.levels()).hasSize(TaskGraph.MOST_TASKS);
        assertThat(largest.ancestors(TaskGraph.MOST_TASKS - 1)).hasSize(TaskGraph.MOST_TASKS - 1);
    }
}
