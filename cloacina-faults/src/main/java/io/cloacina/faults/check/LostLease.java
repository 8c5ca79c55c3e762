package io.cloacina.faults.check;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Entry.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A claim whose lease ran out.
 *
 * @param taken when it was made
 * @param lost when it was taken away
 */
record LostLease(StoredEvent taken, StoredEvent lost) {

    private static final long MICROS = 1_000;

    /** All of them, in order. */
    static List<LostLease> in(Evidence evidence) {
        return evidence.stored().history().stream()
                .filter(event -> event.kind() == EventKind.TASK_LEASE_EXPIRED)
                .flatMap(lost -> evidence.claims(lost.claim()).stream().map(taken -> new LostLease(taken, lost)))
                .toList();
    }

    /** What was done to the process that held it. */
    Optional<Blow> blow(Evidence evidence) {
        return evidence.chronicle().explaining(taken.process(), taken.micros(), lost.micros());
    }

    /** Whether something was done to the process, or the machine did not let it run. */
    boolean isExplained(Evidence evidence) {
        return blow(evidence).isPresent() || stoodStill(evidence).findAny().isPresent();
    }

    private Stream<Entry> stoodStill(Evidence evidence) {
        return evidence.said(Kind.STOOD_STILL)
                .filter(stall -> stall.process().equals(taken.process()))
                .filter(stall -> stall.micros() >= taken.micros() && begin(stall) <= lost.micros());
    }

    private static long begin(Entry stall) {
        return stall.micros() - Long.parseLong(stall.word(0)) * MICROS;
    }
}
