package io.cloacina.domain.readiness;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.workflow.Ordinals;
import io.cloacina.domain.workflow.WorkflowDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one execution goes on when the last open dependency of some tasks became terminal: either it is {@link Decided}, or
 * the decision needs to know more and {@link Undecided} says what. Ask with what you have, read what is asked for, ask
 * again: after at most two readings it is decided, however long the cascade is.
 *
 * <pre>{@code
 * Progress progress = Progress.decide(definition, opened, TaskStates.NONE, ContextValues.NONE);
 * while (progress instanceof Progress.Undecided question) {
 *     // read question.states() and question.values(), keep what was read before
 *     progress = Progress.decide(definition, opened, states, values);
 * }
 * }</pre>
 *
 * <p>In the ordinary case nothing is read: if all direct dependencies completed, which the count of unsuccessful ones
 * tells, any rule about them is decided by that. Their states are asked for only if one of them did not complete; states
 * of other tasks only if a rule names them, or a task is skipped: then of all tasks behind it (their counts change, and
 * they may be skipped in turn) and of the dependencies of these (their rules may ask).
 *
 * <p>Pure: the same question has the same answer, nothing is changed, and no user code runs.
 */
public sealed interface Progress {

    /**
     * Decides about opened tasks, and all that are skipped in consequence.
     *
     * @param definition the stored definition of the execution
     * @param opened the tasks that waited and whose dependencies are all terminal now, each once, in any order
     * @param states what was read of tasks, as it is after the tasks that ended now were written
     * @param values what was read of contexts
     */
    static Progress decide(
            WorkflowDefinition definition, Collection<Opened> opened, TaskStates states, ContextValues values) {
        return new Cascade(definition, states, values).decide(opened);
    }

    /**
     * It is decided.
     *
     * @param tasks what becomes of each task that is concerned, by ascending ordinal
     */
    record Decided(List<TaskDecision> tasks) implements Progress {
        public Decided {
            tasks = List.copyOf(tasks);
        }

        /** The tasks that may be claimed now. */
        public List<TaskDecision> ready() {
            return having(TaskStatus.READY);
        }

        /** The tasks that will not run, each with its reason: the whole cascade. */
        public List<TaskDecision> skipped() {
            return having(TaskStatus.SKIPPED);
        }

        /** The tasks that still wait for others; only their counts change. */
        public List<TaskDecision> waiting() {
            return having(TaskStatus.NOT_STARTED);
        }

        private List<TaskDecision> having(TaskStatus next) {
            return tasks.stream().filter(task -> task.next() == next).toList();
        }
    }

    /**
     * The decision needs to know more.
     *
     * @param states the tasks whose states are to be read
     * @param values for each task of which a glimpse of its context is to be read, the keys
     */
    record Undecided(Ordinals states, Map<Integer, Set<String>> values) implements Progress {
        public Undecided {
            values = Map.copyOf(values);
        }
    }
}
