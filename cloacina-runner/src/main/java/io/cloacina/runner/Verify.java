package io.cloacina.runner;

import static io.cloacina.domain.Arguments.given;
import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.ports.verify.Verification;
import io.cloacina.runner.internal.discovery.InstalledStores;
import io.cloacina.runner.internal.system.SystemTimeSource;
import java.io.PrintStream;

/**
 * Looks through a database for rows that contradict each other, as a call or as a command. Nothing is changed, and runners may
 * be at work meanwhile. See {@code docs/verify.md}.
 *
 * <pre>java -cp … io.cloacina.runner.Verify orders.db</pre>
 */
public final class Verify {

    /** How many rows of each violation are shown when nobody says otherwise. */
    public static final int DEFAULT_ROWS = 20;

    private static final int MOST_ROWS = 10_000;
    private static final int CLEAN = 0;
    private static final int VIOLATED = 1;
    private static final int NOT_RUN = 2;

    private Verify() {}

    /** As {@link #database(String, int)}, with {@value #DEFAULT_ROWS} rows. */
    public static Verification database(String url) {
        return database(url, DEFAULT_ROWS);
    }

    /**
     * What does not hold in a database. Takes as long as reading it whole; needs the right to read, and no other.
     *
     * @param url which database, see {@link DefaultRunner#open}
     * @param rows how many rows of each violation the answer holds; they are counted beyond that. Bounds: 1 to 10,000
     * @throws RefusedArgumentException if the URL is null or blank, or the number is out of its bounds
     * @throws RunnerException if no adapter, several, or the wrong one is there for the URL
     * @throws io.cloacina.ports.StoreException if the database cannot be read, or its schema is not of this version
     */
    public static Verification database(String url, int rows) {
        given(url, "the database URL", "give the one that the runners open");
        within(1, MOST_ROWS, rows, "the rows of a verification");
        StoreUrl storeUrl = new StoreUrl(url);
        StoreSettings settings =
                new StoreSettings("cloacina-verify", new SystemTimeSource(), SchemaMode.VERIFY, null, FaultPoints.NONE);
        return InstalledStores.find().providerFor(storeUrl).verify(storeUrl, settings, rows);
    }

    /**
     * The command: one argument, the URL. Says what it found on the standard output and ends the process with 0 if the
     * database is clean, 1 if it is not, 2 if it could not be looked at; why, it says on the standard error.
     */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length != 1) {
            err.println(
                    "Give one argument, the URL of the database: orders.db or postgresql://user@host:5432/database");
            return NOT_RUN;
        }
        try {
            Verification found = database(arguments[0]);
            out.println(found.report());
            return found.isClean() ? CLEAN : VIOLATED;
        } catch (CloacinaException | RefusedArgumentException refused) {
            err.println(refused.getMessage());
            return NOT_RUN;
        }
    }
}
