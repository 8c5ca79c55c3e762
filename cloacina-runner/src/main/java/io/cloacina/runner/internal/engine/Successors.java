package io.cloacina.runner.internal.engine;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.readiness.ContextValues.Glimpse;
import io.cloacina.domain.readiness.Opened;
import io.cloacina.domain.readiness.Progress;
import io.cloacina.domain.readiness.TaskDecision;
import io.cloacina.domain.workflow.Ordinals;
import io.cloacina.domain.workflow.TaskGraph;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.CountDown;
import io.cloacina.ports.OpenedTask;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.TaskSettlement;
import io.cloacina.ports.TaskState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * What follows from tasks that ended: the counts of those that wait for them go down, and those that wait for nothing
 * more become ready or are skipped, with all that is skipped in consequence. Reads for all executions of a group at once,
 * and in the ordinary case nothing: the counts decide. Where all that a task waits for ended in this group, the graph says
 * so, and the stored count is not asked.
 */
final class Successors {

    private final StoreTransaction tx;
    private final Definitions definitions;
    private final Map<ExecutionId, Advance> advances;
    private final EventLog log;
    private final Map<ExecutionId, Deliberation> deliberations = new TreeMap<>();

    Successors(StoreTransaction tx, Definitions definitions, Map<ExecutionId, Advance> advances, EventLog log) {
        this.tx = tx;
        this.definitions = definitions;
        this.advances = advances;
        this.log = log;
    }

    /** Decides about the successors of tasks that ended. */
    List<TaskSettlement> decide(List<TaskEnd> ended) {
        Map<ExecutionId, UUID> definitionOf = new HashMap<>();
        ended.forEach(end -> definitionOf.put(end.execution(), end.definition()));
        Function<ExecutionId, WorkflowDefinition> definition =
                execution -> definitions.require(Objects.requireNonNull(definitionOf.get(execution)));
        for (OpenedTask opened : opened(countDowns(ended), definition)) {
            ExecutionId execution = opened.task().execution();
            deliberations
                    .computeIfAbsent(execution, id -> new Deliberation(id, definition.apply(id)))
                    .opened
                    .add(new Opened(opened.task().ordinal(), opened.unsuccessful()));
        }
        deliberate();
        return deliberations.values().stream()
                .flatMap(deliberation -> settle(deliberation).stream())
                .toList();
    }

    /** Those of which only a part ended in this group are counted down where the earlier ones were: in the store. */
    private List<OpenedTask> opened(
            Collection<CountDown> countDowns, Function<ExecutionId, WorkflowDefinition> definitionOf) {
        List<OpenedTask> opened = new ArrayList<>();
        List<CountDown> partly = new ArrayList<>();
        for (CountDown countDown : countDowns) {
            TaskRef task = countDown.task();
            TaskGraph graph = definitionOf.apply(task.execution()).graph();
            if (countDown.ended() == graph.dependencies(task.ordinal()).size()) {
                opened.add(new OpenedTask(task, countDown.unsuccessful()));
            } else {
                partly.add(countDown);
            }
        }
        opened.addAll(tx.countDown(partly));
        return opened;
    }

    /** One element per waiting task, however many of its dependencies ended in this group. */
    private Collection<CountDown> countDowns(List<TaskEnd> ended) {
        Map<TaskRef, CountDown> countDowns = new LinkedHashMap<>();
        for (TaskEnd end : ended) {
            boolean goesOn =
                    !Objects.requireNonNull(advances.get(end.execution())).isEnding();
            if (goesOn && end.kind().next().isTerminal()) {
                addCountDowns(end, countDowns);
            }
        }
        return countDowns.values();
    }

    private void addCountDowns(TaskEnd end, Map<TaskRef, CountDown> countDowns) {
        int unsuccessful = end.kind().next() == TaskStatus.COMPLETED ? 0 : 1;
        Ordinals successors = definitions
                .require(end.definition())
                .graph()
                .successors(end.claim().task().ordinal());
        for (int i = 0; i < successors.size(); i++) {
            TaskRef waiting = new TaskRef(end.execution(), successors.at(i));
            countDowns.merge(
                    waiting,
                    new CountDown(waiting, 1, unsuccessful),
                    (a, b) -> new CountDown(waiting, a.ended() + b.ended(), a.unsuccessful() + b.unsuccessful()));
        }
    }

    private void deliberate() {
        deliberations.values().forEach(Deliberation::decide);
        List<Deliberation> undecided = undecided();
        while (!undecided.isEmpty()) {
            readStates(undecided);
            readContexts(undecided);
            undecided.forEach(Deliberation::decide);
            undecided = undecided();
        }
    }

    private List<Deliberation> undecided() {
        return deliberations.values().stream()
                .filter(deliberation -> deliberation.progress instanceof Progress.Undecided)
                .toList();
    }

    private void readStates(List<Deliberation> undecided) {
        List<TaskRef> wanted = new ArrayList<>();
        for (Deliberation deliberation : undecided) {
            deliberation.question().states().forEach(task -> wanted.add(new TaskRef(deliberation.execution, task)));
        }
        for (TaskState state : tx.states(wanted)) {
            Objects.requireNonNull(deliberations.get(state.task().execution())).learn(state);
        }
    }

    private void readContexts(List<Deliberation> undecided) {
        Map<Confluence, Deliberation> wanted = new LinkedHashMap<>();
        for (Deliberation deliberation : undecided) {
            deliberation
                    .question()
                    .values()
                    .keySet()
                    .forEach(task -> wanted.put(confluence(deliberation, task), deliberation));
        }
        Inheritances.read(wanted.keySet(), tx, this::completed).forEach((confluence, inheritance) -> {
            Deliberation deliberation = Objects.requireNonNull(wanted.get(confluence));
            Set<String> keys = deliberation.question().values().getOrDefault(confluence.task(), Set.of());
            deliberation.glimpses.put(confluence.task(), glimpse(inheritance, keys));
        });
    }

    private Confluence confluence(Deliberation deliberation, int task) {
        WorkflowDefinition definition = deliberation.definition;
        return new Confluence(deliberation.execution, definition, definitions.conflictPolicy(definition), task);
    }

    private static Glimpse glimpse(Inheritances.Inheritance inheritance, Collection<String> keys) {
        try {
            Map<String, JsonValue> values =
                    new HashMap<>(inheritance.merge().values().members());
            values.keySet().retainAll(keys);
            return Glimpse.of(values);
        } catch (CloacinaException e) {
            return Glimpse.UNREADABLE;
        }
    }

    private IntPredicate completed(Confluence confluence) {
        List<TaskRef> ancestors = confluence.definition().graph().ancestors(confluence.task()).stream()
                .map(task -> new TaskRef(confluence.execution(), task))
                .toList();
        Set<Integer> completed = new java.util.HashSet<>();
        for (TaskState state : tx.states(ancestors)) {
            if (state.status() == TaskStatus.COMPLETED) {
                completed.add(state.task().ordinal());
            }
        }
        return completed::contains;
    }

    private List<TaskSettlement> settle(Deliberation deliberation) {
        Progress.Decided decided = (Progress.Decided) deliberation.progress;
        List<TaskSettlement> settlements = new ArrayList<>();
        for (TaskDecision decision : decided.tasks()) {
            TaskRef task = new TaskRef(deliberation.execution, decision.ordinal());
            settlements.add(new TaskSettlement(
                    task, decision.next(), decision.openDependencies(), decision.unsuccessful(), decision.reason()));
            logDecision(task, decision);
        }
        return settlements;
    }

    private void logDecision(TaskRef task, TaskDecision decision) {
        if (decision.next() == TaskStatus.READY) {
            log.ready(task);
        } else if (decision.next() == TaskStatus.SKIPPED) {
            log.skipped(task, decision.reason());
            Objects.requireNonNull(advances.get(task.execution())).skipped(1);
        }
    }
}
