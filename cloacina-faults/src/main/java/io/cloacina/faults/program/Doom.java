package io.cloacina.faults.program;

/**
 * Where a process ends, or stands still, by itself: at a certain commit or transaction of its life, counted from 1.
 *
 * @param where at which side of the commit, and how
 * @param number which one
 */
public record Doom(Where where, int number) {

    /** What a process says before it stops itself. */
    public static final String STOPS = "stops";

    /** The exit code of a process that halted itself, and of no other. */
    public static final int HALTED = 77;

    /** Goes on until somebody else ends it. */
    public static final Doom NONE = new Doom(Where.NOWHERE, 0);

    /** At which side of a commit, and how. */
    public enum Where {
        NOWHERE(""),
        /** Halts, and what was to be committed is not. */
        HALTS_BEFORE("store.before-commit"),
        /** Halts, and nobody was told of what is committed. */
        HALTS_AFTER("store.after-commit"),
        /** Stops itself like a machine that is suspended, holding the locks of its transaction. */
        STOPS_BEFORE("store.before-commit"),
        /** The same before a transaction of its work begins. */
        STOPS_OUTSIDE(WatchedStore.BEFORE_BEGIN);

        private final String point;

        Where(String point) {
            this.point = point;
        }

        String point() {
            return point;
        }
    }

    static Doom parse(String text) {
        String[] words = text.split(":", -1);
        return new Doom(Where.valueOf(words[0]), Integer.parseInt(words[1]));
    }

    @Override
    public String toString() {
        return where + ":" + number;
    }
}
