package io.cloacina.faults.check;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.faults.journal.Chronicle;
import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Entry.Kind;
import io.cloacina.faults.program.Orders;
import io.cloacina.faults.program.Shape;
import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that a check may look at when a campaign is over: the database, the journals, and what was done to whom. */
public final class Evidence {

    private final Database database;
    private final List<Shape> shapes;
    private final Chronicle chronicle;
    private final Duration lease;
    private final List<Entry> journal;
    private final Stored stored;
    private final Map<String, List<StoredEvent>> claims;
    private final Endings endings;

    private Evidence(Stage stage) {
        this.database = stage.database();
        this.shapes = Shape.drawn(stage.seed(), Orders.SHAPES);
        this.chronicle = stage.chronicle();
        this.lease = stage.lease();
        this.journal = stage.journal();
        this.stored = Stored.in(database);
        this.claims = stored.byClaim(EventKind.TASK_CLAIMED);
        this.endings = Endings.read(stored, database.url());
    }

    /** Of a campaign whose processes have ended. */
    public static Evidence of(Stage stage) {
        return new Evidence(stage);
    }

    /** How many executions of a database are not over. */
    public static long open(Database database) {
        return Stored.open(database);
    }

    Database database() {
        return database;
    }

    /** The shape of that name. */
    Shape shape(String name) {
        return shapes.stream()
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** How long claims held without a heartbeat. */
    Duration lease() {
        return lease;
    }

    Stored stored() {
        return stored;
    }

    Endings endings() {
        return endings;
    }

    /** The claim of that name, if it was ever made. */
    List<StoredEvent> claims(String claim) {
        return claims.getOrDefault(claim, List.of());
    }

    /** What processes wrote down of that kind, in order for each slot. */
    Stream<Entry> said(Kind kind) {
        return journal.stream().filter(entry -> entry.kind() == kind);
    }
}
