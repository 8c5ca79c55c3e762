package io.cloacina.runner.internal.engine;

import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.TimeSource;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners, in order and on a thread of their own, what has become durable. What a listener throws is logged once
 * per kind and changes nothing.
 */
final class ListenerQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerQueue.class);

    private final String worker;
    private final List<RunnerListener> listeners;
    private final Executor thread;
    private final TimeSource time;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    ListenerQueue(String worker, List<RunnerListener> listeners, Executor thread, TimeSource time) {
        this.worker = worker;
        this.listeners = List.copyOf(listeners);
        this.thread = thread;
        this.time = time;
    }

    /** Returns at once. An event whose execution has no known definition is left out: only its names are unknown. */
    void publish(List<ExecutionEvent> events, Function<ExecutionEvent, Optional<WorkflowDefinition>> definitionOf) {
        if (listeners.isEmpty() || events.isEmpty()) {
            return;
        }
        Instant now = time.instant();
        List<TransitionEvent> transitions = events.stream()
                .flatMap(event -> definitionOf.apply(event).stream().map(known -> describe(event, known, now)))
                .toList();
        thread.execute(() -> transitions.forEach(this::tellAll));
    }

    private static TransitionEvent describe(ExecutionEvent event, WorkflowDefinition definition, Instant now) {
        Optional<String> task = Optional.ofNullable(event.task())
                .map(ordinal -> definition.tasks().get(ordinal).id());
        return new TransitionEvent(
                event.execution(),
                definition.name(),
                event.kind(),
                task,
                event.attempt(),
                Optional.ofNullable(event.detail()),
                now);
    }

    private void tellAll(TransitionEvent event) {
        for (RunnerListener listener : listeners) {
            try {
                listener.onEvent(event);
            } catch (Throwable failure) {
                complain(listener, event, failure);
            }
        }
    }

    private void complain(RunnerListener listener, TransitionEvent event, Throwable failure) {
        String kind = listener.getClass().getName() + failure.getClass().getName();
        if (complained.add(kind)) {
            LOG.warn(
                    "{}: listener {} threw at {}; outcomes are not affected, and errors of this kind are not logged"
                            + " again",
                    worker,
                    listener.getClass().getName(),
                    event.kind(),
                    failure);
        }
    }
}
