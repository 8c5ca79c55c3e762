package io.cloacina.simulation.plan;

import io.cloacina.simulation.store.Weather;
import java.time.Duration;
import java.util.List;

/** What acts may touch. */
public interface Town {

    /** Hands in an execution at a runner, if it is up. */
    void submit(int runner, Order order);

    /** Cancels the execution that was handed in as that number, at a runner. */
    void cancel(int runner, int order);

    /** Waits at a runner for the end of an execution. */
    void await(int runner, int order);

    /** Kills a runner; it comes back after that time. */
    void crash(int runner, Duration away);

    /** Nothing of a runner happens for so long. */
    void pause(int runner, Duration length);

    /** Closes a runner and starts it again, with these workflows. */
    void redeploy(int runner, List<Blueprint> blueprints);

    /** Sets the clock of a runner forward, or back. */
    void stepClock(int runner, Duration by);

    /** Sets the clock of the store forward, or back. */
    void stepStoreClock(Duration by);

    /** What becomes of calls of the store. */
    Weather weather();
}
