package io.cloacina.faults.program;

import io.cloacina.faults.journal.Journal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Whether a transaction of this process waits because another process has the write lock of the database. One that takes long for any
 * other reason is no excuse. Thread-safe, but for {@link #look}.
 */
final class Turns {

    private static final long WAITS_NANOS = 100_000_000;

    private final Supplier<OptionalLong> writer;
    private final Journal journal;
    private final Map<Thread, Long> transactions = new ConcurrentHashMap<>();
    private long keptOut;

    /** @param writer the process that may write now, where the database has one such lock for all */
    Turns(Supplier<OptionalLong> writer, Journal journal) {
        this.writer = writer;
        this.journal = journal;
    }

    /** A transaction is asked for on this thread. */
    void begins() {
        transactions.put(Thread.currentThread(), System.nanoTime());
    }

    /** It is over. */
    void ends() {
        transactions.remove(Thread.currentThread());
    }

    /** To be called again and again; the time since the last call counts as it is found now. Writes down what is over. */
    void look(long millis) {
        if (anyWaits() && isSomebodyElses()) {
            keptOut += millis;
        } else if (keptOut > 0) {
            journal.keptOut(keptOut);
            keptOut = 0;
        }
    }

    private boolean anyWaits() {
        long now = System.nanoTime();
        return transactions.values().stream().anyMatch(begun -> now - begun >= WAITS_NANOS);
    }

    private boolean isSomebodyElses() {
        OptionalLong holder = writer.get();
        return holder.isPresent()
                && holder.getAsLong() != ProcessHandle.current().pid();
    }
}
