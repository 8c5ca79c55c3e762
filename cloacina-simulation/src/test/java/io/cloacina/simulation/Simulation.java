package io.cloacina.simulation;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.simulation.check.AskersAreAnswered;
import io.cloacina.simulation.check.Court;
import io.cloacina.simulation.check.Handed;
import io.cloacina.simulation.check.Invariant;
import io.cloacina.simulation.check.Journal;
import io.cloacina.simulation.check.WaitersHear;
import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.plan.Order;
import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.plan.Town;
import io.cloacina.simulation.store.Commit;
import io.cloacina.simulation.store.RemoteStore;
import io.cloacina.simulation.store.Weather;
import io.cloacina.simulation.world.Carriers;
import io.cloacina.simulation.world.Host;
import io.cloacina.simulation.world.SimulatedClock;
import io.cloacina.simulation.world.Trace;
import io.cloacina.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One simulation: several runners with whole engines, callers, faults, a database, all in one world of virtual time.
 *
 * <p>First the plan's steps happen, in bad weather. Then the weather clears up, every runner gets every workflow, and
 * everything must come to an end. Last the invariants are asked.
 */
final class Simulation implements Town, Court {

    private final Plan plan;
    private final Trace trace;
    private final World world;
    private final Weather weather;
    private final SimulatedClock storeClock;
    private final InMemoryDatabase database = new InMemoryDatabase();
    private final Journal journal = new Journal();
    private final Names names = new Names();
    private final ScriptedBodies bodies;
    private final List<Invariant> invariants;
    private final List<SimulatedRunner> runners = new ArrayList<>();
    private final Map<UUID, Blueprint> byDefinition = new HashMap<>();
    private final Map<ExecutionId, ExecutionResult> results = new HashMap<>();
    private final ExecutionQueries stored;
    private final WaitersHear waiters = new WaitersHear(this);
    private final AskersAreAnswered askers = new AskersAreAnswered(this);
    private final Callers callers;
    private final Finale finale;

    private Simulation(Plan plan, Carriers carriers, boolean kept) {
        this.plan = plan;
        this.trace = new Trace(kept);
        this.world = new World(plan.seed(), carriers, trace);
        this.weather = new Weather(world, plan.trouble(), plan.settings().travel());
        this.storeClock = new SimulatedClock(world, 0);
        this.callers = new Callers(world, names, waiters, askers);
        this.bodies = new ScriptedBodies(world, journal, names);
        this.stored = open(world.outside()).near();
        this.invariants = Invariant.all(this);
        for (int i = 0; i < plan.settings().runners(); i++) {
            runners.add(new SimulatedRunner("r" + i, this, plan.blueprints()));
        }
        this.finale = new Finale(this, runners, invariants, database);
    }

    /** Runs a plan. */
    static Outcome run(Plan plan, Carriers carriers, boolean kept) {
        Simulation simulation = new Simulation(plan, carriers, kept);
        simulation.begin();
        simulation.world.run();
        return new Outcome(plan, simulation.trace);
    }

    private void begin() {
        runners.forEach(runner -> runner.start(plan.blueprints()));
        plan.steps()
                .forEach(step -> world.outside().post(step.at(), () -> {
                    world.note("world", step.act().toString());
                    step.act().in(this);
                }));
        finale.plan();
    }

    World world() {
        return world;
    }

    RemoteStore open(Host host) {
        RemoteStore.Flavour flavour = plan.settings().server() ? RemoteStore.Flavour.SERVER : RemoteStore.Flavour.FILE;
        return new RemoteStore(host, database, storeClock, weather, flavour, this::committed);
    }

    Workflow workflow(Blueprint blueprint) {
        Workflow workflow = blueprint.toWorkflow(bodies::body);
        byDefinition.put(workflow.definition().id(), blueprint);
        return workflow;
    }

    /** In the end every runner gets every workflow. */
    List<Blueprint> deployable(List<Blueprint> wanted) {
        return finale.hasBegun() ? plan.blueprints() : wanted;
    }

    private void committed(Commit commit) {
        for (ExecutionEvent event : commit.events()) {
            world.note(
                    commit.runner(),
                    event.kind() + " " + name(event.execution()) + (event.task() == null ? "" : "/" + event.task())
                            + " " + event.epoch() + "#" + event.attempt());
        }
        invariants.forEach(invariant -> invariant.committed(commit));
    }

    void require(String invariant, boolean kept, String how) {
        if (!kept) {
            violated(invariant, how);
        }
    }

    /** Also where a shrunk plan has fewer. */
    private SimulatedRunner runner(int number) {
        return runners.get(number % runners.size());
    }

    @Override
    public void submit(int runner, Order order) {
        callers.submit(runner(runner), order);
    }

    @Override
    public void cancel(int runner, int order) {
        callers.cancel(runner(runner), order);
    }

    @Override
    public void await(int runner, int order) {
        callers.await(runner(runner), order);
    }

    /** Everything has been terminal for a while: nobody waits any more. */
    void requireNobodyWaits() {
        waiters.check();
        askers.check();
    }

    @Override
    public void crash(int runner, Duration away) {
        runner(runner).crash(away);
    }

    @Override
    public void pause(int runner, Duration length) {
        runner(runner).pause(length);
    }

    @Override
    public void redeploy(int runner, List<Blueprint> blueprints) {
        runner(runner).redeploy(blueprints);
    }

    @Override
    public void stepClock(int runner, Duration by) {
        runner(runner).clock().step(by);
    }

    @Override
    public void stepStoreClock(Duration by) {
        storeClock.step(by);
    }

    @Override
    public Weather weather() {
        return weather;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public ExecutionQueries stored() {
        return stored;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public List<Handed> handed() {
        return callers.handed();
    }

    @Override
    public Blueprint blueprint(UUID definition) {
        return Optional.ofNullable(byDefinition.get(definition)).orElseThrow();
    }

    @Override
    public Map<ExecutionId, ExecutionResult> results() {
        return results;
    }

    @Override
    public String name(ExecutionId execution) {
        return names.of(execution);
    }

    @Override
    public void violated(String invariant, String how) {
        trace.violated(world.now(), invariant, how);
    }
}
