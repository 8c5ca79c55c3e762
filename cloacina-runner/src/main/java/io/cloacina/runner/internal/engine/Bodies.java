package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.TaskRecord;
import io.cloacina.runner.internal.engine.Inheritances.Inheritance;
import io.cloacina.runner.internal.system.TaskThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the bodies of claimed tasks: reads their inputs, for all of one claim at once and outside any write transaction,
 * then starts each on a thread of its own. Holds no connection while a body runs.
 */
final class Bodies {

    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);
    private static final Duration READ_AGAIN_AFTER = Duration.ofMillis(200);
    private static final Duration IN_LINE_AT_MOST = Duration.ofMillis(500);

    private final EngineContext engine;
    private final TaskThreads threads;
    private final Executor reader;
    private final Routes routes;
    private final Turnstile<Launch> turnstile;

    /** A claimed task whose input was read. */
    private record Launch(HeldTask held, WorkflowDefinition definition, Inheritance input, long since) {}

    Bodies(EngineContext engine, TaskThreads threads, Executor reader, Routes routes) {
        this.engine = engine;
        this.threads = threads;
        this.reader = reader;
        this.routes = routes;
        this.turnstile = new Turnstile<>(engine.settings().maxConcurrentTasks());
    }

    /**
     * Starts the bodies of claims that were committed. Returns at once.
     *
     * @param stopsItselfAt when these claims are no longer safe without a heartbeat, in monotonic nanoseconds
     */
    void start(List<Claim> claims, long stopsItselfAt) {
        List<HeldTask> tasks = new ArrayList<>();
        for (Claim claim : claims) {
            HeldTask task = new HeldTask(claim, stopsItselfAt);
            engine.held().add(task);
            tasks.add(task);
        }
        readInputs(tasks);
    }

    private void readInputs(List<HeldTask> tasks) {
        try {
            reader.execute(() -> begin(tasks));
        } catch (RejectedExecutionException closed) {
            LOG.debug("{}: the engine is ending; {} claims are handed back", engine.worker(), tasks.size(), closed);
            tasks.forEach(this::handBack);
        }
    }

    private void begin(List<HeldTask> tasks) {
        Map<Confluence, HeldTask> wanted = new LinkedHashMap<>();
        for (HeldTask task : tasks) {
            if (task.isDecided()) {
                engine.slots().giveBack(1); // lost before its body began
                routes.slotsFreed();
            } else {
                wanted.put(confluence(task.claim()), task);
            }
        }
        try {
            long now = engine.time().nanoTime();
            inputs(wanted.keySet())
                    .forEach((confluence, input) -> enter(new Launch(
                            Objects.requireNonNull(wanted.get(confluence)), confluence.definition(), input, now)));
        } catch (StoreException e) {
            LOG.warn("{}: could not read the inputs of {} tasks; trying again", engine.worker(), wanted.size(), e);
            List<HeldTask> waiting = List.copyOf(wanted.values());
            engine.timers().after(READ_AGAIN_AFTER, () -> readInputs(waiting));
        }
    }

    /** A fault of ours becomes a failure of these tasks, by their retry policies: they must not be held for ever. */
    private Map<Confluence, Inheritance> inputs(Set<Confluence> wanted) {
        try {
            return Inheritances.read(wanted, engine.contexts(), this::completed);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{}: reading inputs failed unexpectedly; please report this", engine.worker(), e);
            Map<Confluence, Inheritance> failures = new LinkedHashMap<>();
            wanted.forEach(confluence -> failures.put(confluence, () -> {
                throw e;
            }));
            return failures;
        }
    }

    private Confluence confluence(Claim claim) {
        WorkflowDefinition definition = engine.definitions().require(claim.definition());
        ExecutionId execution = claim.ref().task().execution();
        return new Confluence(
                execution,
                definition,
                engine.definitions().conflictPolicy(definition),
                claim.ref().task().ordinal());
    }

    private IntPredicate completed(Confluence confluence) {
        Set<Integer> completed = engine.store().queries().tasks(confluence.execution()).stream()
                .filter(task -> task.status() == TaskStatus.COMPLETED)
                .map(TaskRecord::ref)
                .map(ref -> ref.ordinal())
                .collect(Collectors.toSet());
        return completed::contains;
    }

    private void enter(Launch launch) {
        if (turnstile.enter(launch)) {
            run(launch);
        } else {
            engine.timers().after(IN_LINE_AT_MOST, this::sendAwayWhoWaitsTooLong);
        }
    }

    private void leave() {
        turnstile.leave().ifPresent(this::run);
    }

    private void run(Launch launch) {
        HeldTask held = launch.held();
        String execution = held.ref().task().execution().toString();
        String task = launch.definition().graph().id(held.ref().task().ordinal());
        Executor aside = command -> threads.start(execution, task + "-time-out", command);
        BodyRun run = new BodyRun(engine, routes, held, launch.definition(), launch.input(), aside, this::leave);
        try {
            held.runs(threads.start(execution, task, run));
        } catch (RejectedExecutionException closed) {
            LOG.debug("{}: the engine is ending; a claim is handed back", engine.worker(), closed);
            handBack(held);
        }
    }

    /** What was claimed ahead of bodies that turned out long is better run by somebody else. */
    private void sendAwayWhoWaitsTooLong() {
        long latest = engine.time().nanoTime() - IN_LINE_AT_MOST.toNanos();
        for (Launch launch : turnstile.sendAway(waiting -> waiting.since() - latest <= 0)) {
            engine.slots().giveBack(1);
            handBack(launch.held());
        }
    }

    private void handBack(HeldTask task) {
        if (task.decide()) {
            routes.submit(new TaskEnd(
                    task.ref(),
                    task.claim().definition(),
                    task.claim().attempt(),
                    ClaimEnd.Kind.RELEASED,
                    Duration.ZERO,
                    "handed back: its runner was closed, or had claimed it too early",
                    null,
                    engine.time().nanoTime()));
        }
    }

    /**
     * Waits for the bodies that run, then interrupts those that did not end and hands their tasks back.
     *
     * @param grace how long bodies may go on
     */
    void drain(Duration grace) throws InterruptedException {
        turnstile.sendAway(waiting -> true).forEach(waiting -> handBack(waiting.held()));
        boolean ended = threads.close(grace);
        List<HeldTask> unfinished =
                engine.held().all().stream().filter(task -> !task.isDecided()).toList();
        if (!ended || !unfinished.isEmpty()) {
            LOG.info(
                    "{}: {} tasks did not end within {} and are handed back",
                    engine.worker(),
                    unfinished.size(),
                    grace);
            unfinished.forEach(this::handBack); // before the interrupt, which would be taken for a failure
            engine.held().all().forEach(HeldTask::requestStop);
        }
    }
}
