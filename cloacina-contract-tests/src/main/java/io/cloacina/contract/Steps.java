package io.cloacina.contract;

/** Where a transaction of {@link PlainEngine} may be watched or held up. */
interface Steps {

    Steps UNWATCHED = new Steps() {};

    /** The transaction has begun and is about to lock the executions that it touches. */
    default void locks() {}

    /** It holds the locks. */
    default void hasLocked() {}

    /** Everything is done but the commit. */
    default void commits() {}
}
