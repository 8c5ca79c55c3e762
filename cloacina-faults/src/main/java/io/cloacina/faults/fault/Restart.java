package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.journal.Span;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Stage;
import java.util.SplittableRandom;

/**
 * The server goes down as in a crash, and comes back at once: that costs nobody a lease. A server that was away for longer than it should explains what
 * happened in that time, and no more.
 */
public final class Restart implements DatabaseFault {

    /** In the chronicle: a server that was away for so long that heartbeats failed for half of a lease. */
    public static final String LONG = "LongRestart";

    @Override
    public void strike(Stage stage, OnPostgres database, SplittableRandom chance) {
        stage.chronicle().begins(name(), Blow.NOBODY);
        Span away = database.restarts(() -> {});
        if (away.micros() > stage.lease().toNanos() / 1_000 / 2) {
            stage.chronicle().was(LONG, Blow.EVERYBODY, away);
        }
        stage.awaitProgress();
    }
}
