package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Stage;
import io.cloacina.testsupport.FaultyRoad.Fault;
import io.cloacina.testsupport.Waiting;
import java.util.SplittableRandom;

/**
 * One connection breaks on the way: before a commit arrives, before the answer to it does, or anywhere. It costs nobody a lease.
 *
 * @param how what happens to it
 */
public record BrokenRoad(Fault how) implements DatabaseFault {

    @Override
    public void strike(Stage stage, OnPostgres database, SplittableRandom chance) {
        stage.awaitProgress();
        int before = database.road().struck();
        stage.chronicle().begins(name(), Blow.NOBODY);
        database.road().breaksOnce(how);
        Waiting.require(
                () -> database.road().struck() > before, Stage.PATIENCE, "nobody came by to be struck by " + how);
    }

    @Override
    public String name() {
        return how.name();
    }
}
