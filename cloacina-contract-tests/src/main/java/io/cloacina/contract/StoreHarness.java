package io.cloacina.contract;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits;
import java.time.Duration;
import java.util.Optional;

/**
 * An empty database of the kind under test. A new one is made for every test and closed after it. {@link #open()} may be
 * called by several threads.
 */
public interface StoreHarness extends AutoCloseable {

    /**
     * Opens another store on this database, as a second process would: nothing is shared with the others but the
     * database. Closed by {@link #close()} if the test has not done it.
     *
     * <p>A store that reads the runner's clock is given one that stands still between two calls of {@link #advance} and
     * shows a fraction of a second down to the declared precision, such as {@code 12:00:00.123457}.
     */
    ExecutionStore open();

    /** What the stores of this database declare. */
    StoreTraits traits();

    /**
     * Lets time pass, for all stores of this database, without waiting. Where the database's own clock decides, what is
     * stored is moved instead: due times, leases and time-outs come nearer by that much.
     */
    void advance(Duration step);

    /**
     * Looks for rows that contradict each other. Called after every test that passed. A SQL store runs every query of
     * {@link InvariantChecks}.
     *
     * @throws AssertionError naming each invariant that is violated
     */
    void checkInvariants();

    /**
     * Whether {@link #open()} may be called more than once. False for a database that only one store can have, such as
     * one in that store's own memory; the rules about several processes do not apply then.
     */
    default boolean opensAgain() {
        return true;
    }

    /** How rows are written by hand; empty for a store that does not speak SQL. */
    default Optional<RawSql> rawSql() {
        return Optional.empty();
    }

    /** Closes every store and throws the database away. */
    @Override
    void close();
}
