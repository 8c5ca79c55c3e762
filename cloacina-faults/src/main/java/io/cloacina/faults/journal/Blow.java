package io.cloacina.faults.journal;

/** One thing that was done to one process, or to all of them. Thread-safe. */
public final class Blow {

    /** In place of the name of a process. */
    public static final String EVERYBODY = "everybody";

    /** In place of a name, of what happens to the database and must not cost anybody a lease. */
    public static final String NOBODY = "nobody";

    /** In place of a name, of an end in order, which no other process may even notice. */
    public static final String IN_ORDER = "nobody, in order";

    private static final long AFTERMATH_MICROS = 5_000_000;

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

    Blow(String what, String whom, Span span) {
        this(what, whom, span.since());
        this.until = span.until();
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

    /** From its beginning to its end. */
    public Span span() {
        return new Span(since, until);
    }

    /** Whether it began in that time. */
    public boolean begunIn(Span time) {
        return time.holds(since);
    }

    /** Whether a process that opened its database at that moment may have met it. */
    boolean troubles(long opening) {
        boolean ofTheDatabase = whom.equals(NOBODY) || whom.equals(EVERYBODY);
        return ofTheDatabase && Math.abs(opening - since) <= AFTERMATH_MICROS;
    }

    boolean hits(String process) {
        return whom.equals(EVERYBODY) || whom.equals(process);
    }

    @Override
    public String toString() {
        return what + " of " + whom + " at " + since + (until == NOT_OVER ? "" : " to " + until);
    }
}
