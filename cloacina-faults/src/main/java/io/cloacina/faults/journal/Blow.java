package io.cloacina.faults.journal;

/** One thing that was done to one process, or to all of them. Thread-safe. */
public final class Blow {

    /** In place of the name of a process. */
    public static final String EVERYBODY = "everybody";

    /** In place of a name, of what must not cost anybody a lease. */
    public static final String NOBODY = "nobody";

    /**
     * In place of a name, of what leaves somebody in doubt about a commit. A claim that became durable after its runner was told that it
     * is not ends with its lease; no body has begun under it.
     */
    public static final String IN_DOUBT = "whose commit is in doubt";

    private static final long DOUBT_MICROS = 5_000_000;

    private static final long NOT_OVER = Long.MAX_VALUE;

    private final String what;
    private final String whom;
    private final long since;
    private volatile long until = NOT_OVER;

    Blow(String what, String whom, long since) {
        this.what = what;
        this.whom = whom;
        this.since = since;
    }

    /** From now on it does no more harm. */
    public void over() {
        until = Micros.now();
    }

    /** The name of the fault. */
    public String what() {
        return what;
    }

    /** When it began, in microseconds since 1970. */
    public long since() {
        return since;
    }

    /** When it was over; the end of time if it never was. */
    public long until() {
        return until;
    }

    /** Whether it may have cost a process a lease that it took and lost at those moments. */
    boolean explains(String process, long taken, long lost) {
        return hits(process) && since <= lost && until >= taken;
    }

    /** Whether it may have kept from a runner that a claim which was made at that moment is its own. */
    boolean leavesInDoubt(long taken) {
        return whom.equals(IN_DOUBT) && Math.abs(taken - since) <= DOUBT_MICROS;
    }

    boolean hits(String process) {
        return whom.equals(EVERYBODY) || whom.equals(process);
    }

    @Override
    public String toString() {
        return what + " of " + whom + " at " + since + (until == NOT_OVER ? "" : " to " + until);
    }
}
