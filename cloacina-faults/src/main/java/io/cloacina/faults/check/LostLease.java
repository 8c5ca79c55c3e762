package io.cloacina.faults.check;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.journal.Chronicle;
import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Entry.Kind;
import io.cloacina.faults.journal.Span;
import java.time.Duration;
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

    /** Of a lease seven heartbeats are due: less than so much of it costs nobody a lease. */
    private static final int PART = 2;

    /**
     * Whoever is kept from its heartbeats for two thirds of a lease gives up what it holds, for good: the rest of that lease goes by,
     * then the time until a sweep looks and may write, and only then is it lost. So the reason may lie that many leases back.
     */
    private static final int BACK = 3;

    /** All of them, in order. */
    static List<LostLease> in(Evidence evidence) {
        return evidence.stored().history().stream()
                .filter(event -> event.kind() == EventKind.TASK_LEASE_EXPIRED)
                .flatMap(lost -> evidence.claims(lost.claim()).stream().map(taken -> new LostLease(taken, lost)))
                .toList();
    }

    /** What was done last to the process that held it, in the time that counts. */
    Optional<Blow> blow(Evidence evidence) {
        Span counts = timeThatCounts(evidence.lease());
        return evidence.chronicle()
                .on(taken.process())
                .filter(blow -> counts.covered(Stream.of(blow.span())) > 0)
                .reduce((earlier, later) -> later);
    }

    /**
     * Whether its holder was kept from its heartbeats for long enough: by what was done to it, because the machine did not let it
     * run, or because another process did not let it write. What happened before the time that counts, or to others, explains nothing.
     */
    boolean isExplained(Evidence evidence) {
        return isExplained(evidence.chronicle(), noted(evidence), evidence.lease());
    }

    /** What processes wrote down of times in which they could not help it. */
    private static Stream<Entry> noted(Evidence evidence) {
        return Stream.of(Kind.STOOD_STILL, Kind.KEPT_OUT).flatMap(evidence::said);
    }

    /** @param noted what processes wrote down */
    boolean isExplained(Chronicle chronicle, Stream<Entry> noted, Duration lease) {
        return explained(chronicle, noted, lease) >= micros(lease) / PART;
    }

    /** For how many microseconds its holder could not help it. */
    private long explained(Chronicle chronicle, Stream<Entry> noted, Duration lease) {
        Stream<Span> done = chronicle.on(taken.process()).map(Blow::span);
        Stream<Span> suffered =
                noted.filter(entry -> entry.process().equals(taken.process())).map(Entry::span);
        return timeThatCounts(lease).covered(Stream.concat(done, suffered));
    }

    /** What is known of it, for whoever finds that it is not explained. */
    String told(Evidence evidence) {
        return told(evidence.chronicle(), noted(evidence), evidence.lease());
    }

    /** @param noted what processes wrote down */
    String told(Chronicle chronicle, Stream<Entry> noted, Duration lease) {
        Span counts = timeThatCounts(lease);
        return "%s: its holder is known to have been kept from its heartbeats for %d microseconds, where half of its lease of %d would explain it; what began meanwhile: %s"
                .formatted(
                        this,
                        explained(chronicle, noted, lease),
                        micros(lease),
                        chronicle.all().stream()
                                .filter(blow -> blow.begunIn(counts))
                                .toList());
    }

    /** Whether it is explained, and not by what was done to its holder: without what the machine did, it would not be. */
    boolean isTheMachines(Evidence evidence) {
        return isTheMachines(evidence.chronicle(), noted(evidence), evidence.lease());
    }

    /** @param noted what processes wrote down */
    boolean isTheMachines(Chronicle chronicle, Stream<Entry> noted, Duration lease) {
        return isExplained(chronicle, noted, lease) && !isExplained(chronicle, Stream.empty(), lease);
    }

    /** Whether its body came to its end all the same, and its runner had an outcome to bring that counts for nothing. */
    boolean broughtLate(Evidence evidence) {
        return evidence.said(Kind.DONE).anyMatch(done -> done.word(0).equals(taken.claim()));
    }

    /** A claim is recorded after it was made, and its process may be stopped in between: a lease that ran out had begun a lease before. */
    private Span timeThatCounts(Duration lease) {
        long begun = Math.min(taken.micros(), lost.micros() - micros(lease));
        return new Span(Math.max(begun, lost.micros() - BACK * micros(lease)), lost.micros());
    }

    private static long micros(Duration lease) {
        return lease.toNanos() / 1_000;
    }
}
