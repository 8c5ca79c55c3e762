package io.cloacina.runner.internal.engine;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.context.ContextDraft;
import io.cloacina.domain.context.MergedContext;
import io.cloacina.domain.context.WrittenContext;
import io.cloacina.domain.task.TaskTimeoutException;
import io.cloacina.domain.workflow.TaskDefinition;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.StoredContext;
import io.cloacina.runner.internal.engine.Inheritances.Inheritance;
import io.cloacina.runner.internal.error.ErrorText;
import io.cloacina.runner.internal.json.ContextCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of one body, on the body's own thread: merge its input, call it, and say how the claim ends. Whatever it
 * throws is its task's failure and nobody else's.
 */
final class BodyRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BodyRun.class);

    private final EngineContext engine;
    private final Routes routes;
    private final HeldTask held;
    private final Workflow workflow;
    private final TaskDefinition task;
    private final Inheritance input;
    private final Executor aside;
    private final Runnable leave;
    private final ErrorText errorText;

    BodyRun(
            EngineContext engine,
            Routes routes,
            HeldTask held,
            WorkflowDefinition definition,
            Inheritance input,
            Executor aside,
            Runnable leave) {
        this.engine = engine;
        this.routes = routes;
        this.held = held;
        this.workflow = engine.definitions().workflowOf(definition);
        this.task = definition.tasks().get(held.ref().task().ordinal());
        this.input = input;
        this.aside = aside;
        this.leave = leave;
        this.errorText = new ErrorText(engine.settings().errorTexts());
    }

    @Override
    public void run() {
        Optional<TaskEnd> end = Optional.empty();
        try {
            end = held.isDecided() ? Optional.empty() : Optional.of(runInTime());
        } finally {
            finish(end);
            leave.run();
        }
    }

    /** The slot comes first: the transaction that writes the end may fill it at once. */
    private void finish(Optional<TaskEnd> end) {
        engine.slots().ended();
        end.filter(ignored -> held.decide()).ifPresentOrElse(routes::submit, routes::slotsFreed);
    }

    private TaskEnd runInTime() {
        Timers.Timer timer = engine.timers().after(task.timeout(), this::timeOut);
        try {
            return runBody();
        } catch (Throwable failure) {
            return failed(failure);
        } finally {
            timer.cancel();
        }
    }

    private TaskEnd runBody() throws Exception {
        MergedContext merged;
        try {
            merged = input.merge();
        } catch (CloacinaException unreadable) {
            return end(ClaimEnd.Kind.FAILED, Duration.ZERO, errorText.of(unreadable), null);
        }
        ContextDraft draft = new ContextDraft(
                merged, held.ref().task().ordinal(), engine.settings().payloads());
        try {
            workflow.body(task.id()).run(new LiveTaskContext(held, workflow.name(), task.id(), draft));
            return completed(draft.close());
        } finally {
            draft.close();
        }
    }

    private TaskEnd completed(WrittenContext written) {
        ContextRef ref =
                new ContextRef(held.ref().task().execution(), held.ref().task().ordinal());
        return end(ClaimEnd.Kind.COMPLETED, Duration.ZERO, null, ContextCodec.encode(ref, written));
    }

    /** The registered code decides about a retry, here, before any transaction. */
    private TaskEnd failed(Throwable failure) {
        String reason = errorText.of(failure);
        RetryDecision decision = RetryDecision.of(
                task.retry(), workflow.retryPolicy(task.id()), held.claim().attempt(), failure, engine.random());
        return decision.retries()
                ? end(ClaimEnd.Kind.RETRY, decision.delay(), reason, null)
                : end(ClaimEnd.Kind.FAILED, Duration.ZERO, reason, null);
    }

    /**
     * Called by a timer, which user code must not hold up: the retry condition is asked on a thread of its own. While the
     * engine ends, no thread for it begins any more, and nothing else waits for the timer but that end.
     */
    private void timeOut() {
        try {
            aside.execute(this::endOverdue);
        } catch (RejectedExecutionException closing) {
            LOG.debug("{}: the engine is ending; an overdue task ends on the timer's thread", engine.worker(), closing);
            endOverdue();
        }
    }

    /** The try is over, though the body may not know it yet: it keeps its slot until it does. */
    private void endOverdue() {
        TaskEnd end = failed(new TaskTimeoutException(task.id(), held.claim().attempt(), task.timeout()));
        if (held.decide()) {
            routes.submit(end);
            held.requestStop();
        }
    }

    private TaskEnd end(ClaimEnd.Kind kind, Duration dueIn, @Nullable String reason, @Nullable StoredContext context) {
        return new TaskEnd(
                held.ref(),
                held.claim().definition(),
                held.claim().attempt(),
                kind,
                dueIn,
                reason,
                context,
                engine.time().nanoTime());
    }
}
