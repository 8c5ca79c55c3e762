package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Stage;
import io.cloacina.testsupport.StopMode;
import java.util.SplittableRandom;

/** The server is down for several leases. */
public final class Outage implements DatabaseFault {

    private static final int LEASES = 3;

    @Override
    public void strike(Stage stage, OnPostgres database, SplittableRandom chance) {
        Blow blow = stage.chronicle().begins(name(), Blow.EVERYBODY);
        database.restarts(StopMode.IMMEDIATE, () -> Moments.pass(stage.lease().toMillis() * LEASES));
        stage.awaitProgress();
        blow.over();
    }
}
