package io.cloacina.runner.internal.engine;

import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.runner.internal.engine.Inheritances.Inheritance;
import io.cloacina.runner.internal.system.TaskThreads;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts bodies, each on a thread of its own and no more at once than may run; the others stand in line. A claim whose body
 * cannot be started is handed back: it is never held for nothing. Thread-safe.
 */
final class BodyStarter {

    private static final Logger LOG = LoggerFactory.getLogger(BodyStarter.class);
    private static final Duration IN_LINE_AT_MOST = Duration.ofMillis(500);
    private static final Duration NOT_AT_ONCE = Duration.ofSeconds(1);

    private final EngineContext engine;
    private final TaskThreads threads;
    private final Routes routes;
    private final Turnstile<Launch> turnstile;

    BodyStarter(EngineContext engine, TaskThreads threads, Routes routes) {
        this.engine = engine;
        this.threads = threads;
        this.routes = routes;
        this.turnstile = new Turnstile<>(engine.settings().maxConcurrentTasks());
    }

    /**
     * A claimed task whose input was read.
     *
     * @param since when it was, in monotonic nanoseconds
     */
    record Launch(HeldTask held, WorkflowDefinition definition, Inheritance input, long since) {}

    /** Starts it now or when its turn comes. Throws nothing. */
    void enter(Launch launch) {
        if (turnstile.enter(launch)) {
            start(launch);
        } else {
            engine.timers().after(IN_LINE_AT_MOST, this::sendAwayWhoWaitsTooLong);
        }
    }

    private void leave() {
        turnstile.leave().ifPresent(this::start);
    }

    private void start(Launch launch) {
        try {
            startThread(launch);
        } catch (RejectedExecutionException closed) {
            LOG.debug("{}: the engine is ending; a claim is handed back", engine.worker(), closed);
            abandon(launch.held(), Duration.ZERO, "its runner was closed");
            leave();
        } catch (RuntimeException | Error e) {
            LOG.error("{}: a body could not be started; its task is handed back", engine.worker(), e);
            abandon(
                    launch.held(),
                    NOT_AT_ONCE,
                    "its body could not be started: " + e.getClass().getName());
            leave();
        }
    }

    private void startThread(Launch launch) {
        HeldTask held = launch.held();
        String execution = held.ref().task().execution().toString();
        String task = launch.definition().graph().id(held.ref().task().ordinal());
        Executor aside = command -> threads.start(execution, task + "-time-out", command);
        BodyRun run = new BodyRun(engine, routes, held, launch.definition(), launch.input(), aside, this::leave);
        held.runs(threads.start(execution, task, run));
    }

    /** What was claimed ahead of bodies that turned out long is better run by somebody else. */
    private void sendAwayWhoWaitsTooLong() {
        long latest = engine.time().nanoTime() - IN_LINE_AT_MOST.toNanos();
        turnstile
                .sendAway(waiting -> waiting.since() - latest <= 0)
                .forEach(waiting -> abandon(waiting.held(), Duration.ZERO, "it was claimed too early"));
    }

    /** From now on nobody stands in line. */
    void clear() {
        turnstile
                .sendAway(waiting -> true)
                .forEach(waiting -> abandon(waiting.held(), Duration.ZERO, "its runner was closed"));
    }

    /** Hands back a claim whose body never ran, and its slot. */
    void abandon(HeldTask task, Duration dueIn, String why) {
        engine.slots().giveBack(1);
        routes.slotsFreed();
        handBack(task, dueIn, why);
    }

    /** Hands back a claim, unless it is decided how it ends. */
    void handBack(HeldTask task, Duration dueIn, String why) {
        if (task.decide()) {
            routes.submit(new TaskEnd(
                    task.ref(),
                    task.claim().definition(),
                    task.claim().attempt(),
                    ClaimEnd.Kind.RELEASED,
                    dueIn,
                    "handed back: " + why,
                    null,
                    engine.time().nanoTime()));
        }
    }

    /**
     * Waits for the bodies that run; starts none any more.
     *
     * @return whether all ended within the patience
     */
    boolean drain(Duration patience) throws InterruptedException {
        clear();
        return threads.close(patience);
    }
}
