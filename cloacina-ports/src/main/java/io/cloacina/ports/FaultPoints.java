package io.cloacina.ports;

/**
 * Named places where a test may stop, delay or kill the process. In production every call does nothing. Thread-safe.
 */
@FunctionalInterface
public interface FaultPoints {

    /** The points of production: nothing happens. */
    FaultPoints NONE = point -> {};

    /**
     * The named place was reached. May throw what a test wants to see there.
     *
     * @param point a constant name such as {@code "store.before-commit"}
     */
    void reached(String point);
}
