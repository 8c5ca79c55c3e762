package io.cloacina.domain.readiness;

import io.cloacina.domain.readiness.Progress.Undecided;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.Ordinals;
import io.cloacina.domain.workflow.TaskDefinition;
import io.cloacina.domain.workflow.WorkflowDefinition;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Gathers what a decision would have to know and does not, so that it is read in one go. */
final class Inquiry {

    private final WorkflowDefinition definition;
    private final IntPredicate known;
    private final ContextValues values;
    private final BitSet states = new BitSet();
    private final BitSet skipped = new BitSet();
    private final Map<Integer, Set<String>> contexts = new TreeMap<>();

    /** @param known whether the state of a task is known already */
    Inquiry(WorkflowDefinition definition, IntPredicate known, ContextValues values) {
        this.definition = definition;
        this.known = known;
        this.values = values;
    }

    /**
     * Asks for what the rule of an opened task looks at and is not known.
     *
     * @param allCompleted whether all its direct dependencies are known to have completed
     * @return whether there is such a thing
     */
    boolean lacks(int task, boolean allCompleted) {
        boolean state = ask(lookedAt(task, allCompleted));
        boolean context = askForContext(task);
        return state || context;
    }

    /** Asks for all that a decision about the tasks behind a skipped one would have to know. */
    void behind(int skippedTask) {
        skipped.set(skippedTask);
    }

    boolean isEmpty() {
        return states.isEmpty() && contexts.isEmpty() && skipped.isEmpty();
    }

    Undecided question() {
        definition.graph().descendants(skipped.stream().toArray()).ints().forEach(this::askForEverything);
        return new Undecided(Ordinals.of(states.stream().toArray()), contexts);
    }

    private void askForEverything(int task) {
        ask(IntStream.of(task));
        ask(lookedAt(task, false));
        askForContext(task);
    }

    private boolean ask(IntStream tasks) {
        int[] missing = tasks.filter(known.negate()).toArray();
        IntStream.of(missing).forEach(states::set);
        return missing.length > 0;
    }

    private boolean askForContext(int task) {
        Set<String> keys = task(task).rule().contextKeys();
        boolean missing = !keys.isEmpty() && values.of(task).isEmpty();
        if (missing) {
            contexts.put(task, keys);
        }
        return missing;
    }

    private IntStream lookedAt(int task, boolean allCompleted) {
        TriggerRule rule = task(task).rule();
        Set<String> direct = allCompleted ? Set.copyOf(task(task).dependencies()) : Set.of();
        IntStream named =
                rule.taskIds().stream().filter(id -> !direct.contains(id)).mapToInt(definition.graph()::ordinal);
        return rule.looksAtDependencies() && !allCompleted
                ? IntStream.concat(named, definition.graph().dependencies(task).ints())
                : named;
    }

    private TaskDefinition task(int ordinal) {
        return definition.tasks().get(ordinal);
    }
}
