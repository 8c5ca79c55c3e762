package io.cloacina.ports;

/**
 * Hints between processes that there may be something to do. Never needed for correctness: a lost hint costs one poll
 * interval. Thread-safe.
 */
public interface WakeUps {

    /**
     * Whether another process may have committed since this was last asked. Cheap; writes nothing. A store that cannot
     * tell answers true.
     */
    boolean changedElsewhere();

    /**
     * Tells other processes that work was left for them. Called after commit, outside any transaction; may be dropped.
     */
    void announce();

    /**
     * Asks to be called when another process announces work. The callback runs on a thread of the store, returns at once
     * and throws nothing. Does nothing on a store whose {@link StoreTraits#wakeUps()} is {@code POLL}.
     */
    void onAnnouncement(Runnable callback);
}
