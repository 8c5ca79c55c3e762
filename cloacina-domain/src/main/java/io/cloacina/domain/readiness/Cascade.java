package io.cloacina.domain.readiness;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.readiness.Progress.Decided;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.Ordinals;
import io.cloacina.domain.workflow.TaskGraph;
import io.cloacina.domain.workflow.WorkflowDefinition;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One pass over the tasks that are opened, by ascending ordinal. Skipping a task opens only tasks behind it, and those
 * have greater ordinals: so the pass meets every task once, after everything that bears on it, and a cascade of any
 * length is a loop. What is not known on the way is asked for; the pass goes on with the rest, to ask everything at once.
 */
final class Cascade {

    private final WorkflowDefinition definition;
    private final TaskGraph graph;
    private final TaskStates states;
    private final ContextValues values;
    private final Inquiry inquiry;
    private final BitSet opened = new BitSet();
    private final SortedMap<Integer, Counts> touched = new TreeMap<>();
    private final SortedMap<Integer, TaskDecision> decisions = new TreeMap<>();

    Cascade(WorkflowDefinition definition, TaskStates states, ContextValues values) {
        this.definition = definition;
        this.graph = definition.graph();
        this.states = states;
        this.values = values;
        this.inquiry = new Inquiry(definition, this::isKnown, values);
    }

    Progress decide(Collection<Opened> tasks) {
        for (Opened task : tasks) {
            opened.set(task.ordinal());
            touched.put(task.ordinal(), new Counts(0, task.unsuccessful()));
        }
        for (int task = opened.nextSetBit(0); task >= 0; task = opened.nextSetBit(task + 1)) {
            look(task, Objects.requireNonNull(touched.remove(task)).unsuccessful());
        }
        touched.forEach((task, counts) ->
                decisions.put(task, TaskDecision.waiting(task, counts.open(), counts.unsuccessful())));
        return inquiry.isEmpty() ? new Decided(List.copyOf(decisions.values())) : inquiry.question();
    }

    private void look(int task, int unsuccessful) {
        TriggerRule rule = definition.tasks().get(task).rule();
        boolean byDefault = rule.equals(TriggerRule.allCompleted());
        if (byDefault && unsuccessful == 0) {
            decisions.put(task, TaskDecision.ready(task, unsuccessful));
        } else if (inquiry.lacks(task, unsuccessful == 0)) {
            if (byDefault) {
                inquiry.behind(task);
            }
        } else {
            decide(task, unsuccessful, rule);
        }
    }

    private void decide(int task, int unsuccessful, TriggerRule rule) {
        RuleView view = new RuleView(definition, task, this::status, values);
        if (view.isUnreadable() || rule.holds(view)) {
            decisions.put(task, TaskDecision.ready(task, unsuccessful));
        } else {
            decisions.put(task, TaskDecision.skipped(task, unsuccessful, rule.objection(view)));
            countDown(task);
        }
    }

    private void countDown(int skipped) {
        Ordinals successors = graph.successors(skipped);
        if (!successors.ints().allMatch(this::isKnown)) {
            inquiry.behind(skipped);
            return;
        }
        successors.ints().forEach(this::countDownOne);
    }

    private void countDownOne(int successor) {
        TaskStates.State state = states.of(successor).orElseThrow();
        if (state.status() == TaskStatus.NOT_STARTED) {
            Counts counts = touched.getOrDefault(successor, new Counts(state.openDependencies(), state.unsuccessful()))
                    .lessOneSkipped();
            touched.put(successor, counts);
            opened.set(successor, counts.open() == 0);
        }
    }

    private boolean isKnown(int task) {
        return decisions.containsKey(task) || states.of(task).isPresent();
    }

    /** The status as far as it is known: a dependency that was not asked for is one of which all completed. */
    private TaskStatus status(int task) {
        TaskDecision decision = decisions.get(task);
        return decision != null
                ? decision.next()
                : states.of(task).map(TaskStates.State::status).orElse(TaskStatus.COMPLETED);
    }

    /** How many direct dependencies of a task are open, and how many ended other than completed. */
    private record Counts(int open, int unsuccessful) {
        Counts lessOneSkipped() {
            return new Counts(open - 1, unsuccessful + 1);
        }
    }
}
