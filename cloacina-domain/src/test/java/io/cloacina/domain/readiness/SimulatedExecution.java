package io.cloacina.domain.readiness;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.readiness.ContextValues.Glimpse;
import io.cloacina.domain.workflow.TaskGraph;
import io.cloacina.domain.workflow.WorkflowDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One execution in memory, as a store holds it: a status and two counts for each task. It answers the questions of {@link
 * Progress} with exactly what they ask for, and remembers how often and how much that was.
 */
final class SimulatedExecution {

    private final WorkflowDefinition definition;
    private final IntFunction<Glimpse> contexts;
    private final TaskStates.State[] tasks;
    private int questions;
    private int statesRead;

    SimulatedExecution(WorkflowDefinition definition, IntFunction<Glimpse> contexts) {
        this.definition = definition;
        this.contexts = contexts;
        this.tasks = new TaskStates.State[definition.graph().size()];
        Arrays.setAll(tasks, task -> admitted(definition.graph(), task));
    }

    private static TaskStates.State admitted(TaskGraph graph, int task) {
        int open = graph.dependencies(task).size();
        return new TaskStates.State(open == 0 ? TaskStatus.READY : TaskStatus.NOT_STARTED, open, 0);
    }

    WorkflowDefinition definition() {
        return definition;
    }

    TaskStates.State state(int task) {
        return tasks[task];
    }

    TaskStatus[] statuses() {
        return Arrays.stream(tasks).map(TaskStates.State::status).toArray(TaskStatus[]::new);
    }

    Glimpse context(int task) {
        return contexts.apply(task);
    }

    List<Integer> ready() {
        return IntStream.range(0, tasks.length)
                .filter(task -> tasks[task].status() == TaskStatus.READY)
                .boxed()
                .toList();
    }

    /** Ends tasks, counts down those behind them, and returns the ones that are opened. */
    List<Opened> end(Collection<Integer> ended, TaskStatus outcome) {
        List<Opened> opened = new ArrayList<>();
        for (int task : ended) {
            tasks[task] = new TaskStates.State(outcome, 0, tasks[task].unsuccessful());
            for (int successor : definition.graph().successors(task)) {
                countDown(successor, outcome == TaskStatus.COMPLETED ? 0 : 1);
                if (tasks[successor].openDependencies() == 0) {
                    opened.add(new Opened(successor, tasks[successor].unsuccessful()));
                }
            }
        }
        return opened;
    }

    private void countDown(int task, int unsuccessful) {
        TaskStates.State state = tasks[task];
        tasks[task] =
                new TaskStates.State(state.status(), state.openDependencies() - 1, state.unsuccessful() + unsuccessful);
    }

    /** Decides, reading what is asked for and no more. */
    Progress.Decided decide(List<Opened> opened) {
        Map<Integer, TaskStates.State> states = new HashMap<>();
        Map<Integer, Glimpse> glimpses = new HashMap<>();
        Progress progress = Progress.decide(definition, opened, TaskStates.NONE, ContextValues.NONE);
        while (progress instanceof Progress.Undecided question) {
            questions++;
            statesRead += question.states().size();
            question.states().forEach(task -> readOnce(states, task, tasks[task]));
            question.values().keySet().forEach(task -> readOnce(glimpses, task, context(task)));
            progress = Progress.decide(definition, opened, TaskStates.of(states), ContextValues.of(glimpses));
        }
        return (Progress.Decided) progress;
    }

    private static <T> void readOnce(Map<Integer, T> known, int task, T read) {
        if (known.put(task, read) != null) {
            throw new AssertionError("task " + task + " was asked for twice");
        }
    }

    void settle(Progress.Decided decided) {
        for (TaskDecision task : decided.tasks()) {
            tasks[task.ordinal()] = new TaskStates.State(task.next(), task.openDependencies(), task.unsuccessful());
        }
    }

    int questions() {
        return questions;
    }

    int statesRead() {
        return statesRead;
    }
}
