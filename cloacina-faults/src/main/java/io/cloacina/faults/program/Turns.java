package io.cloacina.faults.program;

import io.cloacina.faults.journal.Journal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether a transaction of this process waits because other processes have the write lock of the database, one after the other. Who
 * waits looks but now and then, up to a tenth of a second apart, and has no turn: the lock is free for moments meanwhile. One that takes
 * long for any other reason is no excuse. Thread-safe, but for {@link #look}.
 */
final class Turns {

    private static final long WAITS_NANOS = 100_000_000;

    /** Who found the lock taken does not look again for nearly as long. */
    private static final long MISSES_MILLIS = 250;

    private final Supplier<OptionalLong> writer;
    private final Journal journal;
    private final LongSupplier nanos;
    private final Map<Thread, Long> transactions = new ConcurrentHashMap<>();
    private boolean isKeptOut;
    private long freeFor;

    /** @param writer the process that may write now, where the database has one such lock for all */
    Turns(Supplier<OptionalLong> writer, Journal journal) {
        this(writer, journal, System::nanoTime);
    }

    /** @param nanos the time, from whenever */
    Turns(Supplier<OptionalLong> writer, Journal journal, LongSupplier nanos) {
        this.writer = writer;
        this.journal = journal;
        this.nanos = nanos;
    }

    /** A transaction is asked for on this thread. */
    void begins() {
        transactions.put(Thread.currentThread(), nanos.getAsLong());
    }

    /** It is over. */
    void ends() {
        transactions.remove(Thread.currentThread());
    }

    /**
     * To be called again and again; the time since the last call counts as it is found now. Writes it down at once: whoever is killed
     * or stopped in that state says nothing afterwards, or too late to tell when it was.
     */
    void look(long millis) {
        isKeptOut = anyWaits() && isSomebodyElses(millis);
        if (isKeptOut) {
            journal.keptOut(millis);
        } else {
            freeFor = 0;
        }
    }

    private boolean anyWaits() {
        long now = nanos.getAsLong();
        return transactions.values().stream().anyMatch(begun -> now - begun >= WAITS_NANOS);
    }

    private boolean isSomebodyElses(long millis) {
        OptionalLong holder = writer.get();
        if (holder.isPresent()) {
            freeFor = 0;
            return holder.getAsLong() != ProcessHandle.current().pid();
        }
        freeFor += millis;
        return isKeptOut && freeFor < MISSES_MILLIS;
    }
}
