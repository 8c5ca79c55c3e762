package io.cloacina.domain.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Ten thousand tasks are an ordinary workflow: no walk over them recurses, none is quadratic. */
class LargeGraphTest {

    private static final int SIZE = 10_000;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final Duration SOON = Duration.ofSeconds(3);

    @Test
    void a_chain_of_ten_thousand_tasks_is_walked_without_a_deep_stack() {
        TaskGraph chain = soon(() -> TaskGraph.of(Graphs.chain(SIZE)));
        assertThat(chain.levels()).hasSize(SIZE);
        assertThat(chain.isAncestor(0, SIZE - 1)).isTrue();
        assertThat(chain.ancestors(SIZE - 1)).hasSize(SIZE - 1);
        assertThat(chain.descendants(0)).hasSize(SIZE - 1);
        assertThat(chain.subgraph(chain.ids().subList(SIZE - 1, SIZE)).size()).isEqualTo(SIZE);
    }

    @Test
    void a_fan_of_ten_thousand_tasks_has_three_levels() {
        TaskGraph fan = soon(() -> TaskGraph.of(Graphs.fan(SIZE)));
        assertThat(fan.levels()).hasSize(3);
        assertThat(fan.dependencies(fan.ordinal("join"))).hasSize(SIZE);
        assertThat(fan.successors(fan.ordinal("hub"))).hasSize(SIZE);
    }

    @Test
    void a_million_dependencies_between_layers_are_walked_soon() {
        TaskGraph layers = soon(() -> TaskGraph.of(Graphs.layers(100, 100)));
        assertThat(soon(() -> layers.isAncestor(0, SIZE - 1))).isTrue();
        assertThat(soon(() -> layers.descendants(0))).hasSize(SIZE - 100);
    }

    @Test
    void the_largest_graph_allowed_is_built_soon() {
        TaskGraph largest = soon(() -> TaskGraph.of(Graphs.chain(TaskGraph.MOST_TASKS)));
        assertThat(largest.size()).isEqualTo(TaskGraph.MOST_TASKS);
        assertThat(soon(largest::levels)).hasSize(TaskGraph.MOST_TASKS);
        assertThat(soon(() -> largest.ancestors(TaskGraph.MOST_TASKS - 1))).hasSize(TaskGraph.MOST_TASKS - 1);
    }

    /** Counts the time of this thread's processor, so that a busy machine fails nothing. */
    private static <T> T soon(Supplier<T> work) {
        long before = CLOCK.getCurrentThreadCpuTime();
        T result = work.get();
        assertThat(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - before)).isLessThan(SOON);
        return result;
    }
}
