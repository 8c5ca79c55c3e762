package io.cloacina.simulation.plan;

/** Something that callers do, or that befalls runners or the store. One class per kind. */
public interface Act {

    /** Does it. */
    void in(Town town);
}
