package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Admission;
import io.cloacina.ports.ContextReads;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.internal.system.Signal;
import io.cloacina.runner.internal.system.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of one runner: write loops that commit groups, bodies that run between commits, heartbeats, sweep and poll.
 * This is its door and its life; the work is done by its parts. Thread-safe.
 */
public final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final long CONTEXT_CHARACTERS = 4L << 20;

    private final EngineContext context;
    private final EngineThreads threads;
    private final Routes routes;
    private final Bodies bodies;
    private final Writers writers;
    private final Alarm promotion;
    private final Alarm deadline;
    private final Upkeep upkeep;
    private final AtomicReference<@Nullable RuntimeException> halted = new AtomicReference<>();
    private volatile boolean accepting = true;
    private volatile boolean ended;

    /**
     * Starts an engine on an open store.
     *
     * @throws io.cloacina.ports.StoreException if the workflows' definitions cannot be stored
     */
    public static Engine start(EngineParts parts) {
        Engine engine = new Engine(parts);
        try {
            engine.register(parts);
        } catch (RuntimeException | Error e) {
            engine.endAtOnce(); // its writers wait already
            throw e;
        }
        engine.begin(parts);
        return engine;
    }

    private Engine(EngineParts parts) {
        String worker = parts.settings().name() + "-" + parts.ids().next();
        this.threads = new EngineThreads(parts.settings().name(), parts.threads());
        this.context = new EngineContext(
                worker,
                parts.settings(),
                parts.store(),
                parts.time(),
                threads,
                parts.random(),
                new Definitions(parts.store(), parts.workflows()),
                new RecentContexts(parts.store().queries(), CONTEXT_CHARACTERS),
                new Slots(parts.settings().maxConcurrentTasks(), parts.time()),
                new HeldTasks(worker),
                new Quarantine(),
                new Waiters(),
                this::halt);
        List<Signal> signals = signals(parts.store().traits(), parts.threads());
        this.routes = new Routes(
                signals.stream().map(signal -> new Inbox(signal::give)).toList());
        this.bodies = new Bodies(context, threads.bodies(), threads.reader(), routes);
        this.promotion = new Alarm(parts.time(), threads, this::promote);
        this.deadline = new Alarm(parts.time(), threads, this::sweepNow);
        this.upkeep = new Upkeep(context, threads, routes, promotion, deadline);
        GroupOutcome outcome = new GroupOutcome(
                context,
                bodies,
                new ListenerQueue(worker, parts.listeners(), threads.listener(), parts.time()),
                routes,
                promotion,
                deadline);
        List<WriteLoop> loops = IntStream.range(0, signals.size())
                .mapToObj(number ->
                        new WriteLoop(context, number, routes.inboxes().get(number), outcome))
                .toList();
        this.writers = new Writers(worker, loops, signals, parts.threads());
    }

    /** One loop where writers queue anyway; two where they do not: a third would only share their processor. */
    private static List<Signal> signals(StoreTraits traits, Threads threads) {
        return traits.maxWriters() == 1 ? List.of(threads.signal()) : List.of(threads.signal(), threads.signal());
    }

    private void register(EngineParts parts) {
        Signal rest = parts.threads().signal();
        context.definitions().register(parts.time(), new Pauses(parts.random()), rest);
    }

    private void begin(EngineParts parts) {
        LOG.info(
                "{}: began on {} with workflows {}",
                context.worker(),
                parts.store().traits().name(),
                context.definitions().names());
        upkeep.begin();
        routes.wantPromotion();
    }

    private void promote() {
        routes.wantPromotion();
        upkeep.wantLook();
    }

    private void sweepNow() {
        upkeep.sweepNow();
    }

    public EngineContext context() {
        return context;
    }

    /** Stored contexts, those that were written here of late without asking the store. */
    public ContextReads contexts() {
        return context.contexts();
    }

    /**
     * Hands in a new execution.
     *
     * @return completes when it is durable, or with the {@link io.cloacina.ports.StoreException} that says why it is not
     * @throws RunnerException.RunnerClosed if this engine accepts nothing more
     */
    public CompletableFuture<Admission> submit(NewExecution newcomer) {
        requireOpen("an execution was not started");
        CompletableFuture<Admission> answer = new CompletableFuture<>();
        submit(new Submission(newcomer, answer, context.time().nanoTime()));
        return answer;
    }

    /** A request that comes while the engine ends is written with the last group, or given up. */
    private void submit(Request request) {
        routes.submit(request);
        if (ended) {
            giveUpRest();
        }
    }

    /** Asks for an execution to be cancelled. */
    public CompletableFuture<Cancellation.Verdict> cancel(ExecutionId execution, String reason) {
        requireOpen("execution " + execution + " was not cancelled");
        CompletableFuture<Cancellation.Verdict> answer = new CompletableFuture<>();
        submit(new Cancellation(
                execution, Ending.CANCELLED, reason, answer, context.time().nanoTime()));
        return answer;
    }

    /** Completes when the execution is terminal; registered at once, so nothing that happens later is missed. */
    public CompletableFuture<Void> terminal(ExecutionId execution) {
        requireOpen("nobody waits for execution " + execution);
        CompletableFuture<Void> terminal = context.waiters().await(execution);
        if (ended) {
            giveUpRest();
        }
        return terminal;
    }

    /** A read showed that an execution is terminal or not there: whoever waits for it need not wait longer. */
    public void nothingToAwait(ExecutionId execution) {
        context.waiters().terminal(List.of(execution));
    }

    /**
     * What a read brings once an execution is terminal.
     *
     * @param read blocks for a few reads
     * @return completes on a thread of its own, on which the caller may do what he likes
     */
    public <T> CompletableFuture<T> whenTerminal(ExecutionId execution, Supplier<T> read) {
        return terminal(execution)
                .thenApplyAsync(terminal -> read.get(), this::readResult)
                .whenCompleteAsync((result, failure) -> {}, threads.callbacks(execution.toString()));
    }

    private void readResult(Runnable read) {
        try {
            threads.results().execute(read);
        } catch (RejectedExecutionException ended) {
            RunnerException.RunnerClosed closed = closed("a result was not read");
            closed.addSuppressed(ended);
            throw closed;
        }
    }

    /**
     * Asked before anything is handed in.
     *
     * @param action what is refused otherwise, as a clause
     * @throws RunnerException.RunnerClosed if this engine accepts nothing more
     */
    public void requireOpen(String action) {
        if (!accepting) {
            throw closed(action);
        }
        RuntimeException why = halted.get();
        if (why != null) {
            throw why;
        }
    }

    /**
     * Reads from the store. Until this engine has ended, so that bodies that are still running may ask.
     *
     * @param action what is refused otherwise, as a clause
     * @throws RunnerException.RunnerClosed if this engine has ended, or ended meanwhile and the read found the store closed
     */
    public <T> T read(String action, Supplier<T> read) {
        requireNotEnded(action);
        try {
            return read.get();
        } catch (StoreException.Unusable e) {
            requireNotEnded(action);
            throw e;
        }
    }

    private void requireNotEnded(String action) {
        if (ended) {
            throw closed(action);
        }
    }

    private RunnerException.RunnerClosed closed(String action) {
        return new RunnerException.RunnerClosed(context.settings().name(), action);
    }

    /** The store cannot be used any more: claims nothing, accepts nothing, tells everyone who waits; unless it ended anyway. */
    private void halt(RuntimeException why) {
        if (!ended && halted.compareAndSet(null, why)) {
            LOG.error("{}: stopped, no task is failed by it: {}", context.worker(), why.getMessage(), why);
            context.slots().close();
            routes.giveUpAll(why);
            context.waiters().failAll(why);
        }
    }

    /**
     * Ends the engine: claims nothing more, waits for running bodies, hands back what did not end in time, and lets the
     * heartbeats end last. Idempotent: a second caller waits for the first. An interrupted caller ends it at once.
     */
    public synchronized void close() {
        if (!accepting) {
            return;
        }
        accepting = false;
        context.slots().close();
        try {
            endWork(halted.get() == null ? context.settings().shutdownGrace() : Duration.ZERO);
        } catch (InterruptedException e) {
            endAtOnce();
            Thread.currentThread().interrupt();
            LOG.warn("{}: interrupted while closing; leases of tasks not handed back expire", context.worker());
        }
        ended = true;
        giveUpRest();
        threads.endCallbacks();
        LOG.info("{}: ended", context.worker());
    }

    private void endWork(Duration grace) throws InterruptedException {
        bodies.drain(grace);
        threads.endMaintenance(Duration.ofSeconds(5));
        writers.close(halted.get() == null ? WriteLoop.PATIENCE : Duration.ZERO);
        threads.end(Duration.ofSeconds(5));
    }

    private void endAtOnce() {
        writers.endAtOnce();
        threads.endAtOnce();
    }

    /** Nobody waits for an engine that has ended. */
    private void giveUpRest() {
        RunnerException.RunnerClosed closed =
                closed("it was closed before this was stored or the execution was terminal");
        routes.giveUpAll(closed);
        context.waiters().failAll(closed);
    }
}
