package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.jpa.Micros;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.Admission;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The moment in which executions begin to exist. */
record Admissions(Statements statements, Contexts contexts) {

    private static final Comparator<NewExecution> BY_KEY = Comparator.comparing(
                    NewExecution::idempotencyKey, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(NewExecution::id);

    List<Admission> admit(List<NewExecution> executions) {
        List<NewExecution> candidates = firstOfEachId(executions);
        Set<ExecutionId> created = statements.has(StoreStatement.ADMIT_WHOLE)
                ? insert(StoreStatement.ADMIT_WHOLE, candidates, Admissions::writeWhole)
                : insertInSteps(candidates);
        return answers(executions, created);
    }

    private static List<NewExecution> firstOfEachId(List<NewExecution> executions) {
        Map<ExecutionId, NewExecution> first = new LinkedHashMap<>();
        executions.forEach(execution -> first.putIfAbsent(execution.id(), execution));
        return first.values().stream().sorted(BY_KEY).toList();
    }

    private Set<ExecutionId> insertInSteps(List<NewExecution> candidates) {
        Set<ExecutionId> created = insert(StoreStatement.ADMIT, candidates, Admissions::write);
        List<NewExecution> winners = candidates.stream()
                .filter(candidate -> created.contains(candidate.id()))
                .toList();
        statements.update(
                StoreStatement.ADMIT_TASKS,
                winners,
                (row, execution) -> row.id("id", execution.id())
                        .id("definition", execution.definition())
                        .number("priority", execution.priority()));
        contexts.keep(winners.stream().map(NewExecution::context).toList());
        return created;
    }

    private Set<ExecutionId> insert(
            StoreStatement statement, List<NewExecution> candidates, BiConsumer<JsonRows, NewExecution> fields) {
        Set<ExecutionId> created = new HashSet<>();
        statements.select(statement, candidates, fields).forEach(row -> created.add(row.execution(0)));
        return created;
    }

    private static void writeWhole(JsonRows row, NewExecution execution) {
        write(row, execution);
        Contexts.writeWritten(row.number("writer", execution.context().ref().writer()), execution.context());
    }

    private static void write(JsonRows row, NewExecution execution) {
        row.id("id", execution.id())
                .id("definition", execution.definition())
                .text("idempotency_key", execution.idempotencyKey())
                .text("input_digest", execution.inputDigest())
                .number("priority", execution.priority())
                .number("timeout", Micros.orNull(execution.timeout()));
    }

    /** The first of each id that was created is new; every other one was there before, if only by a moment. */
    private List<Admission> answers(List<NewExecution> executions, Set<ExecutionId> created) {
        Set<ExecutionId> winners = new HashSet<>(created);
        Map<ExecutionId, Admission> before = before(executions.stream()
                .filter(execution -> !winners.remove(execution.id()))
                .toList());
        List<Admission> answers = new ArrayList<>(executions.size());
        for (NewExecution execution : executions) {
            answers.add(
                    created.remove(execution.id())
                            ? new Admission(execution.id(), execution.id(), execution.inputDigest(), true)
                            : earlier(execution, before));
        }
        return answers;
    }

    private static Admission earlier(NewExecution execution, Map<ExecutionId, Admission> before) {
        Admission earlier = before.get(execution.id());
        if (earlier == null) {
            throw new StoreException.Contended(
                    "Execution " + execution.id()
                            + " could not be admitted: the earlier one with its id or key came and"
                            + " went. Try again.",
                    null);
        }
        return earlier;
    }

    private Map<ExecutionId, Admission> before(List<NewExecution> losers) {
        Map<ExecutionId, Admission> before = new HashMap<>();
        statements
                .select(
                        StoreStatement.ADMITTED_BEFORE,
                        losers,
                        (row, execution) ->
                                row.id("id", execution.id()).text("idempotency_key", execution.idempotencyKey()))
                .forEach(row -> before.putIfAbsent(
                        row.execution(0), new Admission(row.execution(0), row.execution(1), row.text(2), false)));
        return before;
    }
}
