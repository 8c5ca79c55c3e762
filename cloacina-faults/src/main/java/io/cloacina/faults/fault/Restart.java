package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Stage;
import java.util.SplittableRandom;

/** The server goes down as in a crash, and comes back at once: shorter than any lease, so it explains no second run. */
public final class Restart implements DatabaseFault {

    @Override
    public void strike(Stage stage, OnPostgres database, SplittableRandom chance) {
        stage.chronicle().begins(name(), Blow.NOBODY);
        database.restarts(() -> {});
        stage.awaitProgress();
    }
}
