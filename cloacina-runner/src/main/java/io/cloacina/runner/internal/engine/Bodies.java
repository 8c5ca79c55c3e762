package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.Claim;
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

    /** What the writer's thread may read itself: to wake the reader would take longer. */
    private static final long SHORT = 16 << 10;

    private final EngineContext engine;
    private final Executor reader;
    private final BodyStarter starter;

    Bodies(EngineContext engine, TaskThreads threads, Executor reader, Routes routes) {
        this.engine = engine;
        this.reader = reader;
        this.starter = new BodyStarter(engine, threads, routes);
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
        if (tasks.size() == 1 && isInputAtHand(tasks.get(0))) {
            begin(tasks);
        } else {
            readInputs(tasks);
        }
    }

    private boolean isInputAtHand(HeldTask task) {
        Confluence confluence = confluence(task.claim());
        return engine.contexts()
                .has(confluence.refs(confluence.merge(completed -> true).keyMapsNeeded()), SHORT);
    }

    private void readInputs(List<HeldTask> tasks) {
        try {
            reader.execute(() -> begin(tasks));
        } catch (RejectedExecutionException closed) {
            LOG.debug("{}: the engine is ending; {} claims are handed back", engine.worker(), tasks.size(), closed);
            tasks.forEach(task -> starter.abandon(task, Duration.ZERO, "its runner was closed"));
        }
    }

    /** Every task comes to a start or is handed back, whatever fails here. */
    private void begin(List<HeldTask> tasks) {
        Map<Confluence, HeldTask> wanted = new LinkedHashMap<>();
        for (HeldTask task : tasks) {
            if (task.isDecided()) {
                starter.abandon(task, Duration.ZERO, "it was lost before its body began");
            } else {
                wanted.put(confluence(task.claim()), task);
            }
        }
        try {
            launch(wanted, inputs(wanted.keySet()));
        } catch (StoreException.Unreadable | StoreException.Refused e) {
            eachAlone(wanted, e);
        } catch (StoreException e) {
            readAgain(List.copyOf(wanted.values()), e);
        }
    }

    /** What cannot be read now can be read no better later: the task whose input it is fails, and the others run. */
    private void eachAlone(Map<Confluence, HeldTask> wanted, StoreException why) {
        if (wanted.size() > 1) {
            List.copyOf(wanted.values()).forEach(task -> begin(List.of(task)));
        } else {
            if (why instanceof StoreException.Unreadable unreadable) {
                engine.setAside(unreadable);
            }
            launch(wanted, failures(wanted.keySet(), () -> {
                throw why;
            }));
        }
    }

    private void readAgain(List<HeldTask> waiting, StoreException why) {
        if (engine.stopIfUnusable(why)) {
            waiting.forEach(task -> starter.abandon(task, Duration.ZERO, "its runner was stopped"));
        } else {
            LOG.warn("{}: could not read the inputs of {} tasks; trying again", engine.worker(), waiting.size(), why);
            engine.timers().after(READ_AGAIN_AFTER, () -> readInputs(waiting));
        }
    }

    private void launch(Map<Confluence, HeldTask> wanted, Map<Confluence, Inheritance> inputs) {
        long now = engine.time().nanoTime();
        wanted.forEach((confluence, held) -> starter.enter(new BodyStarter.Launch(
                held, confluence.definition(), Objects.requireNonNull(inputs.get(confluence)), now)));
    }

    /** A fault of ours or of the JVM becomes a failure of these tasks, by their retry policies: they are not held for ever. */
    private Map<Confluence, Inheritance> inputs(Set<Confluence> wanted) {
        try {
            return Inheritances.read(wanted, engine.contexts(), this::completed);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("{}: reading inputs failed unexpectedly; please report this", engine.worker(), e);
            return failures(wanted, () -> {
                throw e;
            });
        }
    }

    private static Map<Confluence, Inheritance> failures(Set<Confluence> wanted, Inheritance failure) {
        Map<Confluence, Inheritance> failures = new LinkedHashMap<>();
        wanted.forEach(confluence -> failures.put(confluence, failure));
        return failures;
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

    /**
     * Waits for the bodies that run, then interrupts those that did not end and hands their tasks back.
     *
     * @param grace how long bodies may go on
     */
    void drain(Duration grace) throws InterruptedException {
        boolean ended = starter.drain(grace);
        List<HeldTask> unfinished =
                engine.held().all().stream().filter(task -> !task.isDecided()).toList();
        if (!ended || !unfinished.isEmpty()) {
            LOG.info(
                    "{}: {} tasks did not end within {} and are handed back",
                    engine.worker(),
                    unfinished.size(),
                    grace);
            unfinished.forEach(task -> starter.handBack(
                    task,
                    Duration.ZERO,
                    "its runner was closed")); // before the interrupt, which would be taken for a failure
            engine.held().all().forEach(HeldTask::requestStop);
        }
    }
}
