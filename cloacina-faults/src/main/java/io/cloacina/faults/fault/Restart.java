package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.journal.Span;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Stage;
import io.cloacina.testsupport.StopMode;
import java.util.SplittableRandom;

/**
 * The server goes down as in a crash, and comes back at once. For as long as it was away nobody could help it; that alone, as a rule, is too short
 * to cost anybody a lease.
 */
public final class Restart implements DatabaseFault {

    /** In the chronicle: a server that was away for so long that heartbeats failed for half of a lease. */
    public static final String LONG = "LongRestart";

    /** In the chronicle: one that was not. */
    private static final String SHORT = "ShortRestart";

    private final StopMode crash;

    /** @param crash how the server goes down */
    public Restart(StopMode crash) {
        this.crash = crash;
    }

    @Override
    public void strike(Stage stage, OnPostgres database, SplittableRandom chance) {
        stage.chronicle().begins(name(), Blow.NOBODY);
        Span away = database.restarts(crash, () -> {});
        boolean isLong = away.micros() > stage.lease().toNanos() / 1_000 / 2;
        stage.chronicle().was(isLong ? LONG : SHORT, Blow.EVERYBODY, away);
        stage.awaitProgress();
    }
}
