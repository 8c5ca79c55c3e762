package io.cloacina.simulation;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.simulation.check.Handed;
import io.cloacina.simulation.check.Invariant;
import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The end of a simulation: faults stop, work ends, runners close, invariants are asked. I8 and I14 are its own. */
final class Finale {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** What was slow in bad weather has come through by then. */
    private static final Duration SETTLING = Duration.ofSeconds(20);

    private static final Duration ENOUGH = Duration.ofMinutes(10);

    private final Simulation simulation;
    private final List<SimulatedRunner> runners;
    private final List<Invariant> invariants;
    private final InMemoryDatabase database;
    private boolean begun;
    private int closed;

    Finale(
            Simulation simulation,
            List<SimulatedRunner> runners,
            List<Invariant> invariants,
            InMemoryDatabase database) {
        this.simulation = simulation;
        this.runners = runners;
        this.invariants = invariants;
        this.database = database;
    }

    boolean hasBegun() {
        return begun;
    }

    void plan() {
        later(Plan.BUSY_TIME, this::begin);
    }

    private void later(Duration delay, Runnable action) {
        simulation.world().outside().post(delay, action);
    }

    private void begin() {
        simulation.world().note("world", "clears up");
        begun = true;
        simulation.weather().clearUp();
        later(Duration.ZERO, this::deploy);
        later(SETTLING, this::look);
    }

    private void deploy() {
        List<Blueprint> all = simulation.plan().blueprints();
        runners.stream().filter(runner -> !runner.serves(all)).forEach(runner -> runner.redeploy(all));
    }

    private void look() {
        deploy();
        boolean quiet = runners.stream().allMatch(SimulatedRunner::isUp) && open().isEmpty();
        if (quiet) {
            later(LOOK_EVERY, this::tell);
        } else if (simulation.world().now() > Plan.BUSY_TIME.plus(ENOUGH).toNanos()) {
            simulation.violated("I8 everything comes to an end", open().toString());
            end();
        } else {
            later(LOOK_EVERY, this::look);
        }
    }

    private List<String> open() {
        return stored().stream()
                .filter(execution -> !execution.status().isTerminal())
                .map(execution -> simulation.name(execution.id()) + " " + execution.status() + " "
                        + simulation.stored().tasks(execution.id()))
                .toList();
    }

    private List<ExecutionRecord> stored() {
        return simulation.handed().stream()
                .map(handed -> simulation.stored().find(handed.newcomer().id()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Callers ask for results; who waits hears of the end meanwhile. */
    private void tell() {
        for (Handed handed : simulation.handed()) {
            ExecutionId id = handed.newcomer().id();
            if (simulation.stored().find(id).isPresent()) {
                SimulatedRunner runner = runners.get(handed.order().number() % runners.size());
                runner.call(engine ->
                        simulation.results().put(id, runner.results(engine).of(id)));
            }
        }
        later(SETTLING, this::close);
    }

    private void close() {
        simulation.requireNobodyWaits();
        runners.forEach(runner -> runner.close(() -> closed++));
        later(Duration.ofSeconds(1), this::awaitClosed);
    }

    private void awaitClosed() {
        if (closed == runners.size()) {
            later(SimulatedRunner.LONGER_THAN_ANYTHING.plus(LOOK_EVERY), this::judge);
        } else if (simulation.world().now()
                > Plan.BUSY_TIME.plus(ENOUGH).multipliedBy(2).toNanos()) {
            simulation.violated("I14 engines that are closed end", "not all did");
            judge();
        } else {
            later(LOOK_EVERY, this::awaitClosed);
        }
    }

    private void judge() {
        try {
            database.checkInvariants();
        } catch (AssertionError e) {
            simulation.violated("the checker's queries", String.valueOf(e.getMessage()));
        }
        invariants.forEach(Invariant::atEnd);
        end();
    }

    private void end() {
        runners.forEach(SimulatedRunner::kill);
        later(Duration.ofMillis(10), () -> simulation.world().end());
    }
}
