package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Stage;
import java.util.SplittableRandom;

/** The server is down for longer than the lease. */
public final class Outage implements DatabaseFault {

    @Override
    public void strike(Stage stage, OnPostgres database, SplittableRandom chance) {
        Blow blow = stage.chronicle().begins(name(), Blow.EVERYBODY);
        database.restarts(() -> Moments.pass(stage.lease().toMillis() * 3 / 2));
        stage.awaitProgress();
        blow.over();
    }
}
