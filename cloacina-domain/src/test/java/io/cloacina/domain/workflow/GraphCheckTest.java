package io.cloacina.domain.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.workflow.WorkflowProblem.Cycle;
import io.cloacina.domain.workflow.WorkflowProblem.EmptyWorkflow;
import io.cloacina.domain.workflow.WorkflowProblem.RepeatedDependency;
import io.cloacina.domain.workflow.WorkflowProblem.SelfDependency;
import io.cloacina.domain.workflow.WorkflowProblem.TooManyTasks;
import io.cloacina.domain.workflow.WorkflowProblem.UnknownDependency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphCheckTest {

    @Test
    void a_graph_without_tasks_is_refused() {
        assertThat(GraphCheck.problems(Map.of())).containsExactly(new EmptyWorkflow());
    }

    @Test
    void an_unknown_dependency_is_named_with_the_nearest_task() {
        List<WorkflowProblem> problems =
                GraphCheck.problems(Map.of("fetch", List.of(), "charge", List.of("fetch"), "ship", List.of("chrage")));
        assertThat(problems).containsExactly(new UnknownDependency("ship", "chrage", List.of("charge")));
        assertThat(problems.get(0).message())
                .isEqualTo(
                        "task 'ship' depends on 'chrage', which is no task of this workflow; did you mean 'charge'?");
    }

    @Test
    void an_unknown_dependency_that_is_near_to_nothing_comes_without_a_guess() {
        assertThat(GraphCheck.problems(Map.of("ship", List.of("invoice"))))
                .containsExactly(new UnknownDependency("ship", "invoice", List.of()));
    }

    @Test
    void a_task_that_depends_on_itself_is_refused_once() {
        assertThat(GraphCheck.problems(Map.of("a", List.of("a")))).containsExactly(new SelfDependency("a"));
    }

    @Test
    void a_dependency_named_twice_is_refused() {
        assertThat(GraphCheck.problems(Map.of("a", List.of(), "b", List.of("a", "a"))))
                .containsExactly(new RepeatedDependency("b", "a"));
    }

    @Test
    void a_cycle_names_its_members_in_order_from_the_smallest() {
        List<WorkflowProblem> problems = GraphCheck.problems(Map.of(
                "root",
                List.of(),
                "c",
                List.of("root", "a"),
                "a",
                List.of("b"),
                "b",
                List.of("c"),
                "end",
                List.of("a")));
        assertThat(problems).containsExactly(new Cycle(List.of("a", "b", "c")));
        assertThat(problems.get(0).message()).contains("'a' depends on 'b' depends on 'c' depends on 'a'");
    }

    @Test
    void every_cycle_of_its_own_is_reported() {
        assertThat(GraphCheck.problems(
                        Map.of("a", List.of("b"), "b", List.of("a"), "y", List.of("z"), "z", List.of("y"))))
                .containsExactly(new Cycle(List.of("a", "b")), new Cycle(List.of("y", "z")));
    }

    @Test
    void a_long_cycle_is_shortened_in_the_message_only() {
        Map<String, List<String>> ring = new LinkedHashMap<>(Graphs.chain(10_000));
        ring.put("link-0", List.of("link-9999"));
        WorkflowProblem problem = GraphCheck.problems(ring).get(0);
        assertThat(((Cycle) problem).members()).hasSize(10_000);
        assertThat(problem.message()).contains("(10000 tasks)").hasSizeLessThan(500);
    }

    @Test
    void a_cycle_is_found_exactly_when_there_is_one() {
        SeededCases.check(400, random -> {
            Map<String, List<String>> tasks = new LinkedHashMap<>(Graphs.random(random, 12));
            TaskGraph graph = TaskGraph.of(tasks);
            int from = random.nextInt(graph.size());
            int to = random.nextInt(graph.size());
            List<String> more = new ArrayList<>(tasks.get(graph.id(from)));
            more.add(graph.id(to));
            tasks.put(graph.id(from), more);
            boolean cyclic = graph.isAncestor(from, to);
            assertThat(GraphCheck.problems(tasks).stream()
                            .filter(Cycle.class::isInstance)
                            .count())
                    .isEqualTo(cyclic ? 1 : 0);
        });
    }

    @Test
    void more_tasks_than_allowed_are_refused() {
        assertThat(GraphCheck.problems(Graphs.chain(TaskGraph.MOST_TASKS + 1)))
                .containsExactly(new TooManyTasks(100_001, 100_000));
    }

    @Test
    void all_problems_are_reported_at_once_in_one_message() {
        assertThatThrownBy(() -> TaskGraph.of(Map.of("a", List.of("a", "x"), "b", List.of("c"), "c", List.of("b"))))
                .isInstanceOfSatisfying(
                        InvalidWorkflowException.class,
                        refused -> assertThat(refused.problems()).hasSize(3))
                .hasMessageContaining("3 problems")
                .hasMessageContaining("'a' depends on itself")
                .hasMessageContaining("depends on 'x'")
                .hasMessageContaining("cycle");
    }

    @Test
    void thousands_of_problems_make_a_short_message() {
        Map<String, List<String>> tasks = new LinkedHashMap<>();
        Graphs.chain(20_000).keySet().forEach(id -> tasks.put(id, List.of(id + "-misspelt")));
        assertThatThrownBy(() -> TaskGraph.of(tasks))
                .isInstanceOfSatisfying(
                        InvalidWorkflowException.class,
                        refused -> assertThat(refused.problems()).hasSize(InvalidWorkflowException.MOST_PROBLEMS))
                .hasMessageContaining("and 19990 more")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(3_000));
    }
}
