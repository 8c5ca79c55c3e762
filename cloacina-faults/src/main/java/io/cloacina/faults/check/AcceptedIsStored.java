package io.cloacina.faults.check;

import io.cloacina.faults.journal.Entry.Kind;
import java.util.stream.Stream;

/** I3: what a submit returned the id of is there. */
final class AcceptedIsStored implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.said(Kind.ACCEPTED)
                .filter(entry -> !evidence.stored().executions().containsKey(entry.word(1)))
                .map(entry -> "lost: submission " + entry.word(0) + ", execution " + entry.word(1));
    }
}
