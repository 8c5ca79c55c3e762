package io.cloacina.examples.checkup;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TaskResult;
import io.cloacina.runner.TransitionEvent;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far one execution is: a line for each task that ended, with a bar. What it shows is durable, since a listener
 * hears of it only then. Thread-safe.
 */
final class ProgressLines implements RunnerListener {

    private static final int BAR = 36;
    private static final String KIND_PREFIX = "TASK_";

    private final PrintStream out;
    private final int tasks;
    private final Set<String> ended = new HashSet<>();
    private final List<TransitionEvent> early = new ArrayList<>();
    private @Nullable ExecutionId shown;

    /** @param tasks how many tasks the workflow has */
    ProgressLines(PrintStream out, int tasks) {
        this.out = out;
        this.tasks = tasks;
    }

    /** Shows this execution from now on, of which these tasks have ended before. */
    synchronized void show(ExecutionId execution, Collection<String> endedBefore) {
        shown = execution;
        ended.clear();
        ended.addAll(endedBefore);
        List<TransitionEvent> missed = List.copyOf(early);
        early.clear();
        missed.forEach(this::onEvent);
    }

    /** Shows the end, with what the listener has not heard of yet, and nothing more. */
    synchronized void end(ExecutionResult result) {
        for (TaskResult task : result.tasks()) {
            showEnd(task.task(), task.status().name());
        }
        shown = null;
    }

    @Override
    public synchronized void taskEnded(TransitionEvent event) {
        if (shown == null) {
            early.add(event); // the execution runs before its start() has returned
        } else if (shown.equals(event.execution())) {
            showEnd(nameOf(event), event.kind().name().substring(KIND_PREFIX.length()));
        }
    }

    @Override
    public synchronized void taskRetried(TransitionEvent event) {
        if (event.execution().equals(shown)) {
            print(nameOf(event) + " will be tried again");
        }
    }

    private void showEnd(String task, String outcome) {
        if (ended.add(task)) {
            print(task + " " + outcome.toLowerCase(Locale.ROOT));
        }
    }

    private void print(String news) {
        int filled = BAR * ended.size() / tasks;
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        out.printf("  [%s] %2d/%d  %s%n", bar, ended.size(), tasks, news);
        out.flush();
    }

    private static String nameOf(TransitionEvent event) {
        return event.task().orElseThrow();
    }
}
