package io.cloacina.runner;

import static io.cloacina.domain.Arguments.given;
import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.Admission;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.runner.internal.api.Answers;
import io.cloacina.runner.internal.api.Explanations;
import io.cloacina.runner.internal.api.NewExecutions;
import io.cloacina.runner.internal.api.Results;
import io.cloacina.runner.internal.engine.Cancellation;
import io.cloacina.runner.internal.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs workflows in this process, with every state change in the database it was opened on. Other runners, in this or
 * other processes, may share the database; what one of them leaves undone, another one carries on.
 *
 * <pre>{@code
 * try (DefaultRunner runner = DefaultRunner.open("orders.db", orders)) {
 *     ExecutionResult result = runner.execute("orders", Context.of("order.id", 42));
 * }
 * }</pre>
 *
 * <p>Thread-safe. One runner per process and database is enough. No method returns null or takes it. Every method throws
 * {@link RefusedArgumentException}, before anything is read or written, for an argument that is null or out of bounds;
 * {@link io.cloacina.ports.StoreException} when the database refused or could not be reached; and {@link
 * RunnerException.RunnerClosed} after {@link #close()}, as those of the handles do. Only {@link #settings()}, {@link
 * #close()} and the id of a handle need no open runner.
 */
public final class DefaultRunner implements AutoCloseable {

    private final Engine engine;
    private final ExecutionStore store;
    private final RunnerSettings settings;
    private final NewExecutions newExecutions;
    private final Results results;
    private final Explanations explanations;

    DefaultRunner(
            Engine engine,
            ExecutionStore store,
            RunnerSettings settings,
            NewExecutions newExecutions,
            Results results,
            Explanations explanations) {
        this.engine = engine;
        this.store = store;
        this.settings = settings;
        this.newExecutions = newExecutions;
        this.results = results;
        this.explanations = explanations;
    }

    /**
     * Opens a runner with default settings. The database is chosen by the one adapter artifact on the class path, and
     * named by the URL: {@code "orders.db"}, {@code ":memory:"}, {@code "postgresql://user:secret@host/db"}.
     *
     * @param url which database; see {@code docs/urls.md}
     * @param workflows what this runner can run; names must differ
     * @throws RefusedArgumentException if the URL is null or blank, or a workflow is null or named like another one
     * @throws RunnerException if no adapter, several, or the wrong one is there for the URL
     * @throws io.cloacina.ports.StoreException if the database cannot be opened
     */
    public static DefaultRunner open(String url, Workflow... workflows) {
        return builder().url(url).workflows(workflows).open();
    }

    /** A runner with other settings than the defaults. */
    public static RunnerBuilder builder() {
        return new RunnerBuilder();
    }

    /**
     * Runs a workflow and waits for its end. Returns on every terminal status; {@link ExecutionResult#context()} says when
     * a result has no context that can be told.
     *
     * @throws RunnerException.UnknownWorkflow if no workflow of that name was given to this runner
     * @throws io.cloacina.domain.json.InvalidPayloadException if the context is beyond the runner's limits
     * @throws RunnerException.WaitInterrupted if the calling thread is interrupted; the execution goes on
     */
    public ExecutionResult execute(String workflow, Context context) {
        NewExecution newcomer = newExecutions.of(workflow, context, StartOptions.none());
        CompletableFuture<Void> terminal = engine.terminal(newcomer.id()); // before it can end: no need to look first
        CompletableFuture<Void> ended = engine.submit(newcomer)
                .whenComplete((stored, failure) -> forgetUnless(stored, newcomer.id()))
                .thenCompose(stored -> terminal);
        Answers.await(ended, Optional.empty(), newcomer.id());
        return resultOf(newcomer.id());
    }

    /** What was not stored never ends. */
    private void forgetUnless(@Nullable Admission stored, ExecutionId id) {
        if (stored == null) {
            engine.nothingToAwait(id);
        }
    }

    /** As {@link #start(String, Context, StartOptions)}, without options. */
    public ExecutionHandle start(String workflow, Context context) {
        return start(workflow, context, StartOptions.none());
    }

    /**
     * Starts a workflow. When this method returns, the execution is durable: it will be carried on, by this runner or by
     * another one, whatever happens to this process.
     *
     * @throws RunnerException.UnknownWorkflow if no workflow of that name was given to this runner
     * @throws RunnerException.IdempotencyConflict if the idempotency key was used with another workflow or context
     * @throws io.cloacina.domain.json.InvalidPayloadException if the context is beyond the runner's limits
     */
    public ExecutionHandle start(String workflow, Context context, StartOptions options) {
        NewExecution newcomer = newExecutions.of(workflow, context, options);
        Admission admission = submit(newcomer);
        if (!admission.created() && !admission.inputDigest().equals(newcomer.inputDigest())) {
            throw new RunnerException.IdempotencyConflict(workflow, admission.stored());
        }
        return handle(admission.stored());
    }

    /**
     * Starts a workflow once per context, as {@link #start(String, Context)} does, in few transactions. All contexts are
     * checked before anything is written. When this method returns, every execution is durable.
     *
     * <p>The executions are stored each for itself, not all or none: if a {@link io.cloacina.ports.StoreException} is
     * thrown, some may have been stored. To be able to repeat such a call, start them one by one with idempotency keys.
     *
     * @return one handle per context, in the given order
     * @throws RunnerException.UnknownWorkflow if no workflow of that name was given to this runner
     * @throws io.cloacina.domain.json.InvalidPayloadException if a context is beyond the runner's limits
     */
    public List<ExecutionHandle> startAll(String workflow, List<Context> contexts) {
        List<NewExecution> newcomers = newExecutions.allOf(workflow, contexts);
        engine.requireOpen("executions of workflow '" + workflow + "' were not started");
        newcomers.stream()
                .map(engine::submit)
                .toList()
                .forEach(answer -> Answers.await(answer, "the executions to be stored"));
        return newcomers.stream().map(newcomer -> handle(newcomer.id())).toList();
    }

    private Admission submit(NewExecution newcomer) {
        return Answers.await(engine.submit(newcomer), "the execution to be stored");
    }

    /** The handle of an execution of this database, or empty if there is none of that id. */
    public Optional<ExecutionHandle> handleOf(ExecutionId id) {
        return find(id).map(execution -> handle(id));
    }

    /** The execution of that id as it is now. */
    public Optional<ExecutionRecord> find(ExecutionId id) {
        named(id);
        return engine.read(
                "execution " + id + " was not looked for", () -> store.queries().find(id));
    }

    /**
     * Executions of this database, newest first, a page at a time. A workflow that this runner does not know is one that
     * another runner may have started: of one that nobody did, there is nothing to list.
     */
    public List<ExecutionRecord> list(ExecutionFilter filter) {
        given(filter, "the filter of a list", "give one that lets everything pass for all");
        return engine.read("executions were not listed", () -> store.queries().list(filter));
    }

    /**
     * What happened to an execution, in order, a page at a time. Empty when nothing has happened after the page before.
     *
     * @param after the sequence number of the last event of the page before; 0 for the first page
     * @param limit the size of a page, 1 to {@value ExecutionFilter#MAX_LIMIT}
     * @throws RefusedArgumentException if the number or the limit is out of bounds
     * @throws RunnerException.UnknownExecution if there is none of that id
     */
    public List<RecordedEvent> history(ExecutionId id, long after, int limit) {
        named(id);
        if (after < 0) {
            throw new RefusedArgumentException(
                    "the event to begin after", "must not be negative, but was " + after, "give 0 for the first page");
        }
        within(1, ExecutionFilter.MAX_LIMIT, limit, "the limit of a history");
        List<RecordedEvent> page = engine.read(
                "the history of execution " + id + " was not read",
                () -> store.queries().history(id, after, limit));
        if (page.isEmpty() && find(id).isEmpty()) {
            throw new RunnerException.UnknownExecution(id);
        }
        return page;
    }

    /**
     * Why an execution is where it is: what its tasks wait for, and what keeps it from going on here.
     *
     * @throws RunnerException.UnknownExecution if there is none of that id
     */
    public Explanation explain(ExecutionId id) {
        named(id);
        return engine.read("execution " + id + " was not explained", () -> explanations.of(id));
    }

    /**
     * Cancels an execution: no further task of it starts, running bodies are told to stop and end cancelled.
     *
     * @return false if it was terminal already, and nothing was changed
     * @throws RunnerException.UnknownExecution if there is none of that id
     */
    public boolean cancel(ExecutionId id) {
        named(id);
        Cancellation.Verdict verdict = Answers.await(
                engine.cancel(id, "cancelled by a caller"), "the cancellation of execution " + id + " to be stored");
        if (verdict == Cancellation.Verdict.UNKNOWN) {
            throw new RunnerException.UnknownExecution(id);
        }
        return verdict == Cancellation.Verdict.ACCEPTED;
    }

    /**
     * Ends this runner: claims nothing more, waits for running bodies up to {@link RunnerSettings#shutdownGrace()},
     * interrupts and hands back the rest, closes the database. Executions are not ended by it; a runner that opens the
     * database later carries them on. Idempotent.
     */
    @Override
    public void close() {
        engine.close();
        store.close();
    }

    /** The settings in force; also those of a runner that is closed. */
    public RunnerSettings settings() {
        return settings;
    }

    private static ExecutionId named(ExecutionId id) {
        return given(id, "the id of an execution", "give the one that its handle or its record has");
    }

    private ExecutionHandle handle(ExecutionId id) {
        return new ExecutionHandle(id, this);
    }

    CompletableFuture<ExecutionResult> completion(ExecutionId id) {
        CompletableFuture<ExecutionResult> completion = engine.whenTerminal(id, () -> resultOf(id));
        boolean unused = lookFor(id);
        return completion;
    }

    ExecutionResult result(ExecutionId id, Optional<Duration> patience) {
        CompletableFuture<Void> terminal = engine.terminal(id);
        if (!lookFor(id)) {
            Answers.await(terminal, patience, id);
        }
        return resultOf(id);
    }

    private ExecutionResult resultOf(ExecutionId id) {
        return engine.read("the result of execution " + id + " was not read", () -> results.of(id));
    }

    /** Whoever waits for an execution looks once whether it has ended before: later, the engine tells him. */
    private boolean lookFor(ExecutionId id) {
        Optional<ExecutionRecord> now = find(id);
        boolean terminal = now.isPresent() && now.get().status().isTerminal();
        if (now.isEmpty() || terminal) {
            engine.nothingToAwait(id);
        }
        if (now.isEmpty()) {
            throw new RunnerException.UnknownExecution(id);
        }
        return terminal;
    }
}
