package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Stage;
import io.cloacina.testsupport.FaultyRoad.Fault;
import io.cloacina.testsupport.Waiting;
import java.util.SplittableRandom;

/**
 * For some time, and until somebody has met it, all connections are bad: late, or silent. Silence may cost leases, being late may not.
 *
 * @param how in which way
 */
public record BadRoad(Fault how) implements DatabaseFault {

    private static final long MILLIS = 2_000;

    /** Longer than the driver waits for an answer that was swallowed. */
    private static final long UNTIL_ALL_KNOW = 4_000;

    @Override
    public void strike(Stage stage, OnPostgres database, SplittableRandom chance) {
        Blow blow = stage.chronicle().begins(name(), how == Fault.DELAYS ? Blow.NOBODY : Blow.EVERYBODY);
        int before = database.road().struck();
        database.road().breaks(how);
        Moments.pass(MILLIS);
        Waiting.require(
                () -> database.road().struck() > before,
                Stage.PATIENCE,
                "nobody was on the road while it was bad: " + how);
        database.road().breaks(Fault.NONE);
        stage.awaitProgress();
        Moments.pass(how == Fault.DELAYS ? 0 : UNTIL_ALL_KNOW);
        blow.over();
    }

    @Override
    public String name() {
        return how.name();
    }
}
