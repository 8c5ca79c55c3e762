package io.cloacina.testsupport.canary;

import java.nio.file.Path;
import java.util.List;

/**
 * The word that is in every secret of the tests: passwords, values of contexts, idempotency keys, the text of errors that bodies
 * throw. Where a module's tests are watched ({@link CanaryWatch}), no log line of whatever level and no exception of the library, the
 * drivers or the persistence provider may hold it.
 */
public final class Canary {

    /** In every secret, and in nothing else: not in a class, a file or a thread. The contract's fixtures spell it themselves. */
    public static final String WORD = "canary-in-the-mine";

    /** By which slf4j is told its backend where there are several. */
    private static final String PROVIDER = "slf4j.provider";

    private Canary() {}

    /**
     * The options of a JVM whose secrets that come out are this one's: it notes them where this one looks, and has the logging that
     * this one was told to have.
     */
    public static List<String> watchedFromHere() {
        String noted = "-D" + Trap.PROPERTY + "=" + Trap.FOLDER;
        String provider = System.getProperty(PROVIDER);
        return provider == null ? List.of(noted) : List.of(noted, "-D" + PROVIDER + "=" + provider);
    }

    /** The option of a JVM that runs watched tests itself: it must not take away what is noted here. */
    public static String watchedInside(Path folder) {
        return "-D" + Trap.PROPERTY + "=" + folder;
    }

    /** A secret of its own, which says what it stands for. */
    public static String secret(String what) {
        return WORD + '-' + what;
    }
}
