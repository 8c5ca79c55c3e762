package io.cloacina.faults.check;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.journal.Entry.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the checks found, and the figures of the same evidence.
 *
 * @param violations what contradicts each check that found something
 * @param figures how much of each thing there was
 */
public record Verdict(Map<String, List<String>> violations, Map<String, Long> figures) {

    private static final int SHOWN = 8;

    /** Asks all checks. */
    public static Verdict on(Evidence evidence) {
        Map<String, List<String>> violations = new LinkedHashMap<>();
        for (Check check : Checks.ALL) {
            List<String> found = check.violations(evidence).toList();
            if (!found.isEmpty()) {
                violations.put(check.name(), found);
            }
        }
        return new Verdict(violations, figures(evidence, violations));
    }

    private static Map<String, Long> figures(Evidence evidence, Map<String, List<String>> violations) {
        Map<String, Long> figures = new LinkedHashMap<>(evidence.chronicle().counts());
        figures.put("accepted", evidence.said(Kind.ACCEPTED).count());
        figures.put("unknown answers", evidence.said(Kind.UNKNOWN).count());
        figures.put("executions", (long) evidence.stored().executions().size());
        figures.put("runs of bodies", evidence.said(Kind.BEGUN).count());
        figures.put("runs again", RerunsAreExplained.superseded(evidence).count());
        figures.put("lost leases", leases(evidence, lease -> true));
        figures.put("lost to the machine", leases(evidence, lease -> lease.isTheMachines(evidence)));
        figures.put("late ends", leases(evidence, lease -> lease.broughtLate(evidence)));
        figures.put("late ticks", evidence.said(Kind.STOOD_STILL).count());
        figures.put("ticks kept out", evidence.said(Kind.KEPT_OUT).count());
        figures.put("lost", found(violations, AcceptedIsStored.class));
        figures.put("double outcomes", found(violations, OutcomesAreOne.class));
        figures.put("unexplained runs again", found(violations, RerunsAreExplained.class));
        figures.put("stranded", found(violations, EverythingEnds.class));
        long[] recoveries = recoveries(evidence);
        figures.put("recovery p50 ms", quantile(recoveries, 0.5));
        figures.put("recovery p99 ms", quantile(recoveries, 0.99));
        return figures;
    }

    private static long leases(Evidence evidence, Predicate<LostLease> which) {
        return LostLease.in(evidence).stream().filter(which).count();
    }

    private static long found(Map<String, List<String>> violations, Class<? extends Check> check) {
        return violations.getOrDefault(check.getSimpleName(), List.of()).size();
    }

    /** From the blow to the next claim, in milliseconds, sorted. */
    private static long[] recoveries(Evidence evidence) {
        Map<String, Long> claimed = evidence.stored().byClaim(EventKind.TASK_CLAIMED).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, claim -> claim.getValue().get(0).micros()));
        return LostLease.in(evidence).stream()
                .flatMap(lease -> lease.blow(evidence).stream().flatMap(blow -> recovery(lease, blow, claimed)))
                .mapToLong(TimeUnit.MICROSECONDS::toMillis)
                .sorted()
                .toArray();
    }

    private static Stream<Long> recovery(LostLease lease, Blow blow, Map<String, Long> claimed) {
        StoredEvent lost = lease.lost();
        Long next = claimed.get(lost.execution() + "/" + lost.task() + "#" + (lost.epoch() + 1));
        return next == null ? Stream.empty() : Stream.of(next - blow.since());
    }

    private static long quantile(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * part) - 1];
    }

    /** Whether no check found anything. */
    public boolean holds() {
        return violations.isEmpty();
    }

    @Override
    public String toString() {
        return figures
                + violations.entrySet().stream()
                        .map(check ->
                                "\n" + check.getKey() + " (" + check.getValue().size() + "):\n  "
                                        + check.getValue().stream().limit(SHOWN).collect(joining("\n  ")))
                        .collect(joining());
    }
}
