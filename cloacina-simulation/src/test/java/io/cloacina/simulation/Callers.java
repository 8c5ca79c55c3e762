package io.cloacina.simulation;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.ports.Admission;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.StartOptions;
import io.cloacina.runner.internal.engine.Cancellation;
import io.cloacina.runner.internal.engine.Engine;
import io.cloacina.simulation.check.AskersAreAnswered;
import io.cloacina.simulation.check.Handed;
import io.cloacina.simulation.check.WaitersHear;
import io.cloacina.simulation.plan.Order;
import io.cloacina.simulation.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Those who use runners: they start, cancel and wait, as {@code DefaultRunner} does for them, and keep what they are told. */
final class Callers {

    private static final String CALLER = "caller";

    private final World world;
    private final Names names;
    private final WaitersHear waiters;
    private final AskersAreAnswered askers;
    private final Map<Integer, Handed> handed = new TreeMap<>();

    Callers(World world, Names names, WaitersHear waiters, AskersAreAnswered askers) {
        this.world = world;
        this.names = names;
        this.waiters = waiters;
        this.askers = askers;
    }

    List<Handed> handed() {
        return List.copyOf(handed.values());
    }

    /** Hands in an execution. */
    void submit(SimulatedRunner runner, Order order) {
        runner.call(engine -> submit(runner, engine, order));
    }

    private void submit(SimulatedRunner runner, Engine engine, Order order) {
        JsonObject input = ScriptedBodies.input(order);
        NewExecution newcomer = runner.newExecutions().of(order.workflow(), Context.fromJson(input), options(order));
        Handed paper = new Handed(order, newcomer, input);
        handed.put(order.number(), paper);
        names.name(newcomer.id(), order.number());
        try {
            waiters.waits(newcomer.id(), engine.terminal(newcomer.id()), world.here());
            CompletableFuture<Admission> answer = engine.submit(newcomer);
            askers.asks("the submission of x" + order.number(), answer, world.here());
            answer.whenComplete((admission, failure) -> answered(engine, paper, admission, failure));
        } catch (RunnerException.RunnerClosed closed) {
            world.note(CALLER, "x" + order.number() + " found the runner closed");
        }
    }

    private void answered(Engine engine, Handed paper, @Nullable Admission admission, @Nullable Throwable failure) {
        String name = names.of(paper.newcomer().id());
        if (admission == null || !admission.created()) {
            engine.nothingToAwait(paper.newcomer().id());
        }
        if (admission != null) {
            paper.admitted(admission);
            world.note(CALLER, name + " is stored as " + names.of(admission.stored()));
        }
        if (failure != null) {
            paper.refused(failure);
            world.note(CALLER, name + " got " + failure.getClass().getSimpleName());
        }
    }

    private static StartOptions options(Order order) {
        StartOptions options = Optional.ofNullable(order.key())
                .map(StartOptions::idempotencyKey)
                .orElseGet(StartOptions::none)
                .priority(order.priority());
        return order.timeout() == null ? options : options.timeout(order.timeout());
    }

    void cancel(SimulatedRunner runner, int order) {
        Handed paper = handed.get(order);
        if (paper != null) {
            runner.call(engine -> cancel(engine, paper));
        }
    }

    private void cancel(Engine engine, Handed paper) {
        paper.wantCancel();
        try {
            CompletableFuture<Cancellation.Verdict> answer = engine.cancel(paper.id(), "cancelled by a caller");
            askers.asks("the cancel of x" + paper.order().number(), answer, world.here());
            answer.whenComplete((verdict, failure) -> {
                world.note(
                        CALLER, "cancel of x" + paper.order().number() + ": " + (failure == null ? verdict : "failed"));
                if (verdict == Cancellation.Verdict.ACCEPTED) {
                    paper.cancelled();
                }
            });
        } catch (RunnerException.RunnerClosed closed) {
            world.note(CALLER, "found the runner closed");
        }
    }

    /** As an {@code ExecutionHandle} does: register first, then look. */
    void await(SimulatedRunner runner, int order) {
        Handed paper = handed.get(order);
        if (paper != null) {
            runner.call(engine -> await(runner, engine, paper.id()));
        }
    }

    private void await(SimulatedRunner runner, Engine engine, ExecutionId id) {
        try {
            waiters.waits(id, engine.terminal(id), world.here());
            if (runner.hasEnded(id)) {
                engine.nothingToAwait(id);
            }
        } catch (StoreException unreachable) {
            engine.nothingToAwait(id);
        } catch (RunnerException.RunnerClosed closed) {
            world.note(CALLER, "found the runner closed");
        }
    }
}
