package io.cloacina.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Entry.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * No try of a task runs a second time, and no lease runs out, unless something was done to the process that held the claim before. At
 * least once is what is promised; this is stricter.
 */
final class RerunsAreExplained implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.concat(leases(evidence), reruns(evidence));
    }

    private static Stream<String> leases(Evidence evidence) {
        return LostLease.in(evidence).stream()
                .filter(lease -> !lease.isExplained(evidence))
                .map(lease -> "a lease ran out for no reason: " + lease.told(evidence));
    }

    private static Stream<String> reruns(Evidence evidence) {
        Map<String, LostLease> lost = LostLease.in(evidence).stream()
                .collect(toMap(lease -> lease.lost().claim(), lease -> lease, (one, other) -> one));
        return superseded(evidence)
                .filter(run -> !lost.containsKey(run.word(0)))
                .map(run -> "ran again although its claim was not taken away: " + run);
    }

    /** Runs of a try that was run again under a later claim. */
    static Stream<Entry> superseded(Evidence evidence) {
        return evidence.said(Kind.BEGUN).collect(groupingBy(RerunsAreExplained::taskAndTry)).values().stream()
                .flatMap(RerunsAreExplained::allButTheLast);
    }

    private static String taskAndTry(Entry begun) {
        String claim = begun.word(0);
        return claim.substring(0, claim.indexOf('#')) + " " + begun.word(1);
    }

    private static Stream<Entry> allButTheLast(List<Entry> runs) {
        return runs.stream()
                .sorted(Comparator.comparingInt(RerunsAreExplained::epoch))
                .limit(runs.size() - 1L);
    }

    private static int epoch(Entry begun) {
        String claim = begun.word(0);
        return Integer.parseInt(claim.substring(claim.indexOf('#') + 1));
    }
}
