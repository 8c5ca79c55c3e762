package io.cloacina.faults.program;

/**
 * Where a process ends, or stands still, by itself: at a certain commit of its life, counted from 1.
 *
 * @param where at which side of the commit, and how
 * @param commit which one
 */
public record Doom(Where where, int commit) {

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
        STOPS_BEFORE("store.before-commit");

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
        return where + ":" + commit;
    }
}
