package io.cloacina.simulation;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.internal.api.NewExecutions;
import io.cloacina.runner.internal.api.Results;
import io.cloacina.runner.internal.engine.Engine;
import io.cloacina.runner.internal.engine.EngineParts;
import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.store.RemoteStore;
import io.cloacina.simulation.world.Chance;
import io.cloacina.simulation.world.Host;
import io.cloacina.simulation.world.SimulatedClock;
import io.cloacina.simulation.world.SimulatedIds;
import io.cloacina.simulation.world.SimulatedThreads;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A runner and the processes it has, one after the other. */
final class SimulatedRunner {

    static final Duration LONGER_THAN_ANYTHING = Duration.ofSeconds(30);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final String name;
    private final Simulation simulation;
    private final SimulatedClock clock;
    private List<Blueprint> blueprints;
    private State state = State.AWAY;
    private int processes;
    private @Nullable Host host;
    private @Nullable RemoteStore store;
    private @Nullable Engine engine;
    private @Nullable NewExecutions newExecutions;

    /** Where a runner stands. */
    enum State {
        AWAY,
        STARTING,
        UP,
        CLOSING
    }

    SimulatedRunner(String name, Simulation simulation, List<Blueprint> blueprints) {
        this.name = name;
        this.simulation = simulation;
        this.blueprints = blueprints;
        this.clock = new SimulatedClock(
                simulation.world(), Chance.of(simulation.plan().seed(), name).nextInt(1_000_000));
    }

    SimulatedClock clock() {
        return clock;
    }

    boolean isUp() {
        return state == State.UP && host != null && !host.isPaused();
    }

    boolean serves(List<Blueprint> wanted) {
        return blueprints.equals(wanted);
    }

    /** A new process, with these workflows. */
    void start(List<Blueprint> deployed) {
        blueprints = deployed;
        state = State.STARTING;
        Host process = simulation.world().host(name + "." + ++processes);
        host = process;
        simulation.world().note(name, "starts as " + process.name());
        process.post(Duration.ZERO, () -> begin(process));
    }

    private void begin(Host process) {
        RemoteStore opened = simulation.open(process);
        store = opened;
        List<Workflow> workflows = blueprints.stream().map(simulation::workflow).toList();
        SimulatedIds ids = new SimulatedIds(simulation.world(), process.chance());
        try {
            Engine begun = Engine.start(new EngineParts(
                    simulation.plan().settings().of(name),
                    workflows,
                    List.of(),
                    opened,
                    clock,
                    ids,
                    process.chance(),
                    new SimulatedThreads(process)));
            engine = begun;
            newExecutions = new NewExecutions(
                    begun.context().definitions(),
                    ids,
                    simulation.plan().settings().of(name).payloads());
            state = State.UP;
        } catch (StoreException e) {
            simulation.world().note(name, "could not start");
            ended(process, opened);
            startAgain(TRY_AGAIN);
        }
    }

    private void startAgain(Duration after) {
        state = State.AWAY;
        simulation.world().outside().post(after, () -> start(simulation.deployable(blueprints)));
    }

    /** Does something in the process, on a thread of a caller's, if it is up. */
    void call(Consumer<Engine> action) {
        Engine called = engine;
        if (state == State.UP && called != null && host != null) {
            host.post(Duration.ZERO, () -> action.accept(called));
        }
    }

    NewExecutions newExecutions() {
        if (newExecutions == null) {
            throw new IllegalStateException(name + " has never been up");
        }
        return newExecutions;
    }

    Results results(Engine called) {
        if (store == null) {
            throw new IllegalStateException(name + " has no store");
        }
        return new Results(store, called.contexts(), called.context().definitions());
    }

    /** Whether an execution is terminal or not there, as a look from here shows. */
    boolean hasEnded(ExecutionId execution) {
        return store == null
                || store.queries()
                        .find(execution)
                        .map(found -> found.status().isTerminal())
                        .orElse(true);
    }

    void crash(Duration away) {
        if (state != State.AWAY && host != null) {
            simulation.world().note(name, "crashes for " + away);
            host.kill();
            if (store != null) {
                store.close();
            }
            startAgain(away);
        }
    }

    void pause(Duration length) {
        if (state != State.AWAY && host != null) {
            simulation.world().note(name, "pauses for " + length);
            host.pause(length);
        }
    }

    void redeploy(List<Blueprint> next) {
        close(() -> {
            blueprints = next;
            startAgain(Duration.ofMillis(100));
        });
    }

    /** Closes it as a user does. */
    void close(Runnable then) {
        Host process = host;
        RemoteStore opened = store;
        if (state == State.UP && process != null && opened != null) {
            call(closing -> {
                simulation.world().note(name, "closes");
                closing.close();
                simulation.world().note(name, "is closed");
                ended(process, opened);
                simulation.world().outside().post(Duration.ZERO, then);
            });
            state = State.CLOSING;
        }
    }

    /** What ended leaves nothing behind, once reads and deaf bodies that were under way have returned. */
    private void ended(Host process, RemoteStore opened) {
        opened.close();
        simulation.world().outside().post(LONGER_THAN_ANYTHING, () -> {
            simulation.require(
                    "I14 an engine that ended leaves no thread", process.isIdle(), name + " " + process.waiting());
            process.kill();
        });
    }

    void kill() {
        if (host != null) {
            host.kill();
        }
    }
}
