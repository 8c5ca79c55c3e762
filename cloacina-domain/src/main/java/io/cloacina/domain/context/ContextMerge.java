package io.cloacina.domain.context;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How the contexts of several tasks flow into one: the input of a task, or the final context of an execution.
 *
 * <p><b>The rule.</b> Each key has the value of its nearest writer among the ancestors: of those that set, removed or
 * resolved the key, the one that no other of them comes after. What nobody wrote is as the execution was started with
 * it. So a value inherited unchanged never overrides a change made on another branch. Several nearest writers are a
 * conflict, and the {@link ConflictPolicy} decides; the task that inherits the key then becomes its writer. The order of
 * two such writers is that of the direct dependencies, as declared, through which they come; who comes through several
 * stands where the last of them stands. Only completed tasks write; the others pass their input through. The final
 * context of an execution is what a task after all leaves, in ordinal order, would inherit.
 *
 * <p><b>The way.</b> A completed task has stored who wrote each key it could see ({@link KeyMap}), so its key map stands
 * for all that lies before it, and no walk over the ancestors is needed:
 *
 * <ol>
 *   <li>{@link #keyMapsNeeded()} says whose key maps to read: the direct dependencies', if all of them completed. Where
 *       one did not, what it would have inherited stands in for it.
 *   <li>{@link #keys} compares them, and refuses a conflict under {@link ConflictPolicy#fail()}.
 *   <li>{@link MergedKeys#valuesNeeded()} says whose values to read, in one fetch.
 *   <li>{@link MergedKeys#values} is the context.
 * </ol>
 *
 * <p>Which tasks completed is often known only afterwards: assume first that all did; if a key map turns out not to be
 * stored, look at the states and merge again. Immutable and thread-safe, if the graph and the predicate are.
 */
public final class ContextMerge {

    private static final List<Integer> START = List.of(KeyMap.INITIAL);

    private final Ancestry graph;
    private final List<Integer> sources;
    private final ConflictPolicy policy;
    private final IntPredicate completed;

    private ContextMerge(Ancestry graph, List<Integer> sources, ConflictPolicy policy, IntPredicate completed) {
        this.graph = graph;
        this.sources = sources;
        this.policy = Objects.requireNonNull(policy, "policy");
        this.completed = Objects.requireNonNull(completed, "completed");
    }

    /**
     * The merge that makes the input of a task.
     *
     * @param completed which of its ancestors completed, by ordinal
     */
    public static ContextMerge inputOf(Ancestry graph, int task, ConflictPolicy policy, IntPredicate completed) {
        return new ContextMerge(graph, sourcesOf(graph, task), policy, completed);
    }

    /**
     * The merge that makes the final context of an execution.
     *
     * @param completed which of the tasks completed, by ordinal
     */
    public static ContextMerge resultOf(Ancestry graph, ConflictPolicy policy, IntPredicate completed) {
        BitSet leaves = new BitSet();
        leaves.set(0, graph.size());
        IntStream.range(0, graph.size())
                .forEach(task -> graph.dependencies(task).forEach(leaves::clear));
        return new ContextMerge(graph, leaves.stream().boxed().toList(), policy, completed);
    }

    /** What flows into a task directly: its dependencies as declared, or the start of the execution. */
    private static List<Integer> sourcesOf(Ancestry graph, int task) {
        List<Integer> dependencies = graph.dependencies(task);
        return dependencies.isEmpty() ? START : dependencies;
    }

    /** Whose key maps {@link #keys} needs: ordinals of completed tasks, and {@link KeyMap#INITIAL}. */
    public Set<Integer> keyMapsNeeded() {
        Set<Integer> needed = new TreeSet<>();
        addStored(sources, needed);
        passing().stream().forEach(task -> addStored(sourcesOf(graph, task), needed));
        return needed;
    }

    private void addStored(List<Integer> tasks, Set<Integer> needed) {
        tasks.stream().filter(this::isStored).forEach(needed::add);
    }

    private boolean isStored(int writer) {
        return writer == KeyMap.INITIAL || completed.test(writer);
    }

    /** The tasks that pass their input through and are not hidden behind one that completed. */
    private BitSet passing() {
        BitSet passing = new BitSet();
        markPassing(sources, passing);
        // dependencies have smaller ordinals, so what is marked on the way down is still to come
        for (int task = passing.length() - 1; task >= 0; task = passing.previousSetBit(task - 1)) {
            markPassing(sourcesOf(graph, task), passing);
        }
        return passing;
    }

    private void markPassing(List<Integer> tasks, BitSet passing) {
        tasks.stream().filter(task -> !isStored(task)).forEach(passing::set);
    }

    /**
     * Compares the key maps.
     *
     * @param stored at least the key maps that {@link #keyMapsNeeded()} names, by writer
     * @throws UnreadableContextException if one of them is missing
     * @throws ContextConflictException if there is a conflict and the policy is to fail
     */
    public MergedKeys keys(Map<Integer, KeyMap> stored) {
        Map<Integer, Branch> branches = new HashMap<>();
        keyMapsNeeded().forEach(writer -> branches.put(writer, storedBranch(writer, stored)));
        NearestWriters nearest = new NearestWriters(graph);
        passing().stream().forEach(task -> branches.put(task, flow(sourcesOf(graph, task), branches, nearest)));
        return new MergedKeys(graph, policy, flow(sources, branches, nearest).nearest());
    }

    private Branch storedBranch(int writer, Map<Integer, KeyMap> stored) {
        KeyMap keys = stored.get(writer);
        if (keys == null) {
            throw UnreadableContextException.missing(graph, writer);
        }
        return new Branch.Stored(keys);
    }

    /** Where these tasks flow together. */
    private static Branch.Passing flow(List<Integer> tasks, Map<Integer, Branch> branches, NearestWriters nearest) {
        if (tasks.size() == 1 && branches.get(tasks.get(0)) instanceof Branch.Passing only) {
            return only; // shared: a chain of tasks that pass on costs nothing per task
        }
        Confluence confluence = new Confluence();
        tasks.forEach(task -> confluence.add(Objects.requireNonNull(branches.get(task), "branch")));
        return new Branch.Passing(confluence.reducedBy(nearest));
    }
}
