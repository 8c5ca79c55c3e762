package io.cloacina.faults.check;

import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Entry.Kind;
import java.util.Objects;
import java.util.stream.Stream;

/** Who waited for a result was told the one that is stored. */
final class ToldIsTrue implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.said(Kind.TOLD)
                .filter(entry -> !Objects.equals(status(evidence, entry), entry.word(1)))
                .map(entry -> entry + ", and stored is " + status(evidence, entry));
    }

    private static String status(Evidence evidence, Entry told) {
        ExecutionStatus status = evidence.stored().executions().get(told.word(0));
        return status == null ? "nothing" : status.name();
    }
}
