package io.cloacina.domain.workflow;

import static io.cloacina.domain.Arguments.allGiven;
import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.Ancestry;
import io.cloacina.domain.json.PayloadPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who waits for whom: the directed acyclic graph of a workflow's tasks. A task is named by its <em>ordinal</em>, its
 * position in the canonical topological order (of the tasks that could come next always the one with the smallest id).
 * So ordinals rise along every dependency, and they do not depend on the order in which tasks were declared.
 *
 * <p>Immutable and thread-safe. Every walk is iterative and linear in the tasks and dependencies it may meet; a chain of
 * {@value #MOST_TASKS} tasks is as good as any other graph. Methods that take an ordinal throw {@link
 * IndexOutOfBoundsException} if there is no such task.
 */
public final class TaskGraph implements Ancestry {

    /** How many tasks a graph may have. */
    public static final int MOST_TASKS = 100_000;

    private static final String TASK = "the task to look for";
    private static final String TASKS = "the tasks to look for";
    private static final String NAMED = "name tasks of this graph";

    private final List<String> ids;
    private final Map<String, Integer> ordinals;
    private final Ordinals[] dependencies;
    private final Ordinals[] successors;

    private TaskGraph(TaskLinks links) {
        int[] order = links.topologicalOrder();
        int[] ordinalAt = new int[order.length];
        for (int ordinal = 0; ordinal < order.length; ordinal++) {
            ordinalAt[order[ordinal]] = ordinal;
        }
        this.ids = Arrays.stream(order).mapToObj(links::id).toList();
        this.ordinals = new HashMap<>();
        ids.forEach(id -> ordinals.put(id, ordinals.size()));
        this.dependencies = Arrays.stream(order)
                .mapToObj(at -> Ordinals.of(renumbered(links.dependencies(at), ordinalAt)))
                .toArray(Ordinals[]::new);
        this.successors = Arrays.stream(order)
                .mapToObj(at -> Ordinals.of(sorted(renumbered(links.successors(at), ordinalAt))))
                .toArray(Ordinals[]::new);
    }

    private static int[] renumbered(int[] positions, int[] ordinalAt) {
        return Arrays.stream(positions).map(at -> ordinalAt[at]).toArray();
    }

    private static int[] sorted(int[] values) {
        Arrays.sort(values);
        return values;
    }

    /**
     * Builds the graph of tasks and their direct dependencies.
     *
     * @param dependencies for each task id the ids it depends on, in declared order; the order of the tasks is irrelevant
     * @throws InvalidWorkflowException if there is no task or too many, a dependency is unknown, repeated or the task
     *     itself, or tasks wait for each other in a cycle
     */
    public static TaskGraph of(Map<String, ? extends Collection<String>> dependencies) {
        given(dependencies, "the dependencies of a graph", "give an entry for each task");
        dependencies.forEach((id, ofTask) -> {
            given(id, "the id of a task", "choose a text that is unique in the graph");
            allGiven(ofTask, "the dependencies of a task", "give an empty collection for none");
        });
        List<WorkflowProblem> problems = GraphCheck.problems(dependencies);
        if (!problems.isEmpty()) {
            throw new InvalidWorkflowException("a task graph", problems);
        }
        return ofSound(dependencies);
    }

    /** Builds the graph of dependencies that {@link GraphCheck} has found sound. */
    static TaskGraph ofSound(Map<String, ? extends Collection<String>> dependencies) {
        return new TaskGraph(TaskLinks.of(dependencies));
    }

    /** How many tasks there are; ordinals run from 0 to one less. */
    @Override
    public int size() {
        return dependencies.length;
    }

    /** The task ids in canonical order: the index of an id is its ordinal. */
    public List<String> ids() {
        return ids;
    }

    /** The id of the task with that ordinal. */
    @Override
    public String id(int ordinal) {
        return ids.get(ordinal);
    }

    /** Whether there is a task of that id. */
    public boolean contains(String id) {
        return ordinals.containsKey(given(id, TASK, NAMED));
    }

    /**
     * The ordinal of the task with that id.
     *
     * @throws RefusedArgumentException if there is no such task; the message names the nearest ids
     */
    public int ordinal(String id) {
        Integer ordinal = ordinals.get(given(id, TASK, NAMED));
        if (ordinal == null) {
            throw new RefusedArgumentException(
                    "task '" + PayloadPath.shown(id) + "'",
                    "is not in this graph",
                    "correct the id, the nearest are " + NearestNames.to(id, ids));
        }
        return ordinal;
    }

    /** The direct dependencies of a task, in declared order. */
    @Override
    public Ordinals dependencies(int ordinal) {
        return dependencies[ordinal];
    }

    /** The tasks that depend on a task directly, ascending. */
    public Ordinals successors(int ordinal) {
        return successors[ordinal];
    }

    /** The tasks without dependencies, ascending. At least one. */
    public Ordinals roots() {
        return withoutLinks(dependencies);
    }

    /** The tasks nobody depends on, ascending. At least one. */
    public Ordinals leaves() {
        return withoutLinks(successors);
    }

    private static Ordinals withoutLinks(Ordinals[] links) {
        return Ordinals.of(IntStream.range(0, links.length)
                .filter(ordinal -> links[ordinal].isEmpty())
                .toArray());
    }

    /**
     * The tasks by level: level 0 holds the roots, every other level the tasks whose farthest dependency is in the level
     * before. Tasks of one level may run at the same time. Ascending within a level.
     */
    public List<Ordinals> levels() {
        int[] levelOf = new int[size()];
        List<IntStream.Builder> levels = new ArrayList<>();
        for (int task = 0; task < size(); task++) {
            int level = dependencies[task]
                    .ints()
                    .map(above -> levelOf[above] + 1)
                    .max()
                    .orElse(0);
            levelOf[task] = level;
            if (level == levels.size()) {
                levels.add(IntStream.builder());
            }
            levels.get(level).add(task);
        }
        return levels.stream()
                .map(level -> Ordinals.of(level.build().toArray()))
                .toList();
    }

    /** Whether {@code task} depends on {@code ancestor}, directly or through others. No task is its own ancestor. */
    public boolean isAncestor(int ancestor, int task) {
        return ancestor < task && Reachability.leadsUp(task, ancestor, dependencies);
    }

    /** Every task that a task depends on, directly or through others, ascending; without the task itself. */
    public Ordinals ancestors(int ordinal) {
        return Ordinals.of(Reachability.from(Ordinals.of(ordinal), dependencies));
    }

    /** Every task that depends on one of these, directly or through others, ascending. */
    public Ordinals descendants(int... ordinals) {
        return descendants(Ordinals.of(given(ordinals, TASKS, NAMED)));
    }

    /** Every task that depends on one of these, directly or through others, ascending. */
    public Ordinals descendants(Collection<Integer> ordinals) {
        return Ordinals.of(Reachability.from(allGiven(ordinals, TASKS, NAMED), successors));
    }

    /**
     * The graph of these tasks and all they depend on, directly or through others.
     *
     * @throws RefusedArgumentException if there is no such task; the message names the nearest ids
     * @throws InvalidWorkflowException if no task is given
     */
    public TaskGraph subgraph(Collection<String> taskIds) {
        List<Integer> asked =
                allGiven(taskIds, TASKS, NAMED).stream().map(this::ordinal).toList();
        BitSet kept = Reachability.from(asked, dependencies);
        asked.forEach(kept::set);
        return of(kept.stream().boxed().collect(Collectors.toMap(this::id, this::dependencyIds)));
    }

    private List<String> dependencyIds(int ordinal) {
        return dependencies[ordinal].stream().map(this::id).toList();
    }

    /** The number of tasks, for logs: a graph may be too large to print. */
    @Override
    public String toString() {
        return "TaskGraph[" + size() + " tasks]";
    }
}
