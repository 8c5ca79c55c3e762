package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.jpa.Micros;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.HeldClaim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The life of claims: taken, extended, ended. */
record Claims(Statements statements, ClaimFront front) {

    List<Claim> claim(ClaimRequest request) {
        if (request.limit() == 0 || request.definitions().isEmpty()) {
            return List.of();
        }
        boolean atOnce = statements.has(StoreStatement.CLAIM_AND_START);
        List<Row> rows = take(atOnce ? StoreStatement.CLAIM_AND_START : StoreStatement.CLAIM, request);
        Set<ExecutionId> started = atOnce ? startedBy(rows) : start(rows);
        return rows.stream()
                .map(row -> claim(row, started.remove(row.execution(0))))
                .toList();
    }

    private List<Row> take(StoreStatement statement, ClaimRequest request) {
        List<Row> rows = new ArrayList<>(statements.select(
                statement,
                front.forClaim(request.definitions()),
                request.worker(),
                request.limit(),
                Micros.of(request.lease())));
        rows.sort(ClaimColumns.ORDER);
        front.found(rows);
        return rows;
    }

    private static Set<ExecutionId> startedBy(List<Row> claimed) {
        Set<ExecutionId> started = new HashSet<>();
        for (Row row : claimed) {
            if (row.flag(ClaimColumns.STARTED)) {
                started.add(row.execution(0));
            }
        }
        return started;
    }

    private Set<ExecutionId> start(List<Row> claimed) {
        Set<ExecutionId> executions = new LinkedHashSet<>();
        claimed.forEach(row -> executions.add(row.execution(0)));
        Set<ExecutionId> started = new HashSet<>();
        statements
                .select(StoreStatement.START, executions, (row, id) -> row.id("id", id))
                .forEach(row -> started.add(row.execution(0)));
        return started;
    }

    List<Claim> of(String worker) {
        return statements.select(StoreStatement.CLAIMS_OF, worker).stream()
                .map(row -> claim(row, false))
                .toList();
    }

    private static Claim claim(Row row, boolean startsExecution) {
        return new Claim(row.claim(0), row.uuid(3), row.integer(4), row.integer(5), startsExecution);
    }

    List<HeldClaim> extend(Collection<ClaimRef> claims, Duration lease) {
        List<ClaimRef> sorted =
                claims.stream().sorted(Comparator.comparing(ClaimRef::task)).toList();
        return statements.select(StoreStatement.EXTEND, sorted, Claims::write, Micros.of(lease)).stream()
                .map(row -> new HeldClaim(row.claim(0), row.wordOrNull(3, WordColumn.ENDING), row.flag(4)))
                .toList();
    }

    List<ClaimEnd> end(List<ClaimEnd> ends) {
        Map<ClaimRef, ClaimEnd> first = new HashMap<>();
        ends.forEach(end -> first.putIfAbsent(end.claim(), end));
        Set<ClaimRef> applied = new HashSet<>();
        statements
                .select(StoreStatement.END, List.copyOf(first.values()), Claims::write)
                .forEach(row -> applied.add(row.claim(0)));
        return ends.stream().filter(end -> applied.remove(end.claim())).toList();
    }

    private static void write(JsonRows row, ClaimEnd end) {
        ClaimEnd.Kind kind = end.kind();
        write(row, end.claim());
        row.word("next", kind.next())
                .number("due_in", Micros.of(end.dueIn()))
                .number("attempts", kind.attempts())
                .number("recoveries", kind.recoveries())
                .flag("only_if_expired", kind.onlyIfExpired())
                .text("reason", end.reason());
    }

    private static void write(JsonRows row, ClaimRef claim) {
        row.ref(claim.task()).number("epoch", claim.epoch());
    }
}
