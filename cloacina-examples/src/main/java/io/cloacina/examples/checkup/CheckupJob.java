package io.cloacina.examples.checkup;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.Explanation;
import io.cloacina.runner.LeaseSettings;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.RunnerSettings;
import io.cloacina.runner.StartOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One checkup from the arguments to the report: opens the runner, goes on with the run that an earlier process left
 * unfinished or begins a new one, waits for its end, and draws the page.
 */
final class CheckupJob {

    /** Short, so that the tasks of a killed process are taken up soon; this workload has no pauses that would need more. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** Many, since people are invited to kill this one. */
    private static final int RECOVERIES = 50;

    private final CheckupArguments arguments;
    private final CheckupTasks tasks;
    private final PrintStream out;
    private final Workflow workflow;
    private final ProgressLines progress;

    CheckupJob(CheckupArguments arguments, CheckupTasks tasks, PrintStream out) {
        this.arguments = arguments;
        this.tasks = tasks;
        this.out = out;
        this.workflow = CheckupWorkflow.of(tasks);
        this.progress = new ProgressLines(out, workflow.definition().tasks().size());
    }

    /**
     * Runs to the end.
     *
     * @throws io.cloacina.runner.RunnerException.ExecutionFailed if a task failed for good
     */
    void run() throws IOException {
        try (WorkDirectoryLock lock = WorkDirectoryLock.take(arguments.work());
                DefaultRunner runner = open()) {
            out.println("Checkup of " + arguments.repository() + ", state in " + arguments.storeName());
            finish(runner, UnfinishedRun.of(lock.directory(), arguments.repository()));
        }
    }

    private DefaultRunner open() {
        try {
            return DefaultRunner.builder()
                    .url(arguments.storeUrl())
                    .workflows(workflow)
                    .settings(CheckupJob::settings)
                    .listener(progress)
                    .open();
        } catch (RunnerException.WrongAdapter | StoreException.Unusable e) {
            throw arguments.store().isPresent() ? new BadArgumentException("--store: " + e.getMessage(), e) : e;
        }
    }

    private static RunnerSettings settings(RunnerSettings defaults) {
        LeaseSettings leases = new LeaseSettings(LEASE, LEASE.dividedBy(3), LEASE.dividedBy(6), RECOVERIES);
        return defaults.withName("checkup")
                .withMaxConcurrentTasks(CheckupWorkflow.SHARDS)
                .withLeases(leases);
    }

    private void finish(DefaultRunner runner, UnfinishedRun run) throws IOException {
        ExecutionResult result = execute(runner, run);
        if (run.isResumed() && !tasks.haveWorkedOn(result.id())) {
            // It was over: its process was killed between the end of the last task and the end of the run.
            run.finish();
            finish(runner, UnfinishedRun.of(arguments.work(), arguments.repository()));
        } else {
            publish(result);
            run.finish();
            result.requireCompleted();
        }
    }

    private ExecutionResult execute(DefaultRunner runner, UnfinishedRun run) {
        Context context = Context.of(
                CheckupTasks.REPOSITORY, arguments.repository().toString(),
                CheckupTasks.WORK, arguments.work().toString(),
                CheckupTasks.RUN, run.directory().toString());
        ExecutionHandle execution =
                runner.start(workflow.name(), context, StartOptions.idempotencyKey(run.idempotencyKey()));
        progress.show(execution.id(), run.isResumed() ? goOn(runner.explain(execution.id())) : Set.of());
        ExecutionResult result = execution.result();
        progress.end(result);
        return result;
    }

    private Set<String> goOn(Explanation state) {
        Set<String> ended = new LinkedHashSet<>();
        workflow.definition().tasks().forEach(task -> ended.add(task.id()));
        int all = ended.size();
        state.waits().forEach(wait -> ended.remove(wait.task()));
        out.println("Going on with the run that was interrupted: " + ended.size() + " of " + all + " tasks are done.");
        out.println(
                "What was running then begins again when its lease is over, in " + LEASE.toSeconds() + " s or less.");
        return ended;
    }

    private void publish(ExecutionResult result) throws IOException {
        if (result.status() == ExecutionStatus.COMPLETED) {
            new Publication(arguments, workflow, result).publish(out);
        }
    }
}
