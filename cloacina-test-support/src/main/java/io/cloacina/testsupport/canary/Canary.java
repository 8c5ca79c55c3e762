package io.cloacina.testsupport.canary;

/**
 * The word that is in every secret of the tests: passwords, values of contexts, idempotency keys, the text of errors that bodies
 * throw. Where a module's tests are watched ({@link CanaryWatch}), no log line of whatever level and no exception of the library, the
 * drivers or the persistence provider may hold it.
 */
public final class Canary {

    /** In every secret, and in nothing else: not in a class, a file or a thread. The contract's fixtures spell it themselves. */
    public static final String WORD = "canary-in-the-mine";

    private Canary() {}

    /** The option of a JVM whose secrets that come out are this one's: it notes them where this one looks. */
    public static String watchedFromHere() {
        return "-D" + Trap.PROPERTY + "=" + Trap.FOLDER;
    }

    /** A secret of its own, which says what it stands for. */
    public static String secret(String what) {
        return WORD + '-' + what;
    }
}
