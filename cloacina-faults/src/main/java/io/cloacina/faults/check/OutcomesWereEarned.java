package io.cloacina.faults.check;

import static java.util.stream.Collectors.toSet;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.faults.journal.Entry.Kind;
import java.util.Set;
import java.util.stream.Stream;

/** A task is completed only under a claim under which its body came to its end. */
final class OutcomesWereEarned implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        Set<String> done = evidence.said(Kind.DONE).map(entry -> entry.word(0)).collect(toSet());
        return evidence.stored().byClaim(EventKind.TASK_COMPLETED).keySet().stream()
                .filter(claim -> !done.contains(claim))
                .map(claim -> "completed by a body that did not come to its end: " + claim);
    }
}
