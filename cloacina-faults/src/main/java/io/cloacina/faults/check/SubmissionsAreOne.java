package io.cloacina.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.cloacina.faults.journal.Entry.Kind;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I11: a submission is stored once however often its key was used, or its reply was lost; and what was refused without a key is not
 * stored at all. What is stored was asked for.
 */
final class SubmissionsAreOne implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, Set<String>> stored = evidence.endings().bySubmission();
        return Stream.of(twice(evidence, stored), refused(evidence, stored), unasked(evidence, stored))
                .flatMap(each -> each);
    }

    private static Stream<String> twice(Evidence evidence, Map<String, Set<String>> stored) {
        Map<String, Set<String>> accepted = evidence.said(Kind.ACCEPTED)
                .collect(groupingBy(entry -> entry.word(0), mapping(entry -> entry.word(1), toSet())));
        return Stream.concat(stored.entrySet().stream(), accepted.entrySet().stream())
                .filter(submission -> submission.getValue().size() > 1)
                .map(submission -> "submission " + submission.getKey() + " is executions " + submission.getValue());
    }

    /** With a key it was asked for again. */
    private static Stream<String> refused(Evidence evidence, Map<String, Set<String>> stored) {
        Set<String> keyed = evidence.said(Kind.ASKS)
                .filter(entry -> !entry.word(2).equals("-"))
                .map(entry -> entry.word(0))
                .collect(toSet());
        return evidence.said(Kind.REFUSED)
                .map(entry -> entry.word(0))
                .filter(submission -> !keyed.contains(submission) && stored.containsKey(submission))
                .map(submission -> "stored, and its caller was told that it is not: " + submission);
    }

    private static Stream<String> unasked(Evidence evidence, Map<String, Set<String>> stored) {
        Set<String> asked = evidence.said(Kind.ASKS).map(entry -> entry.word(0)).collect(toSet());
        return stored.keySet().stream()
                .filter(submission -> !asked.contains(submission))
                .map(submission -> "stored, and nobody asked for it: " + submission);
    }
}
