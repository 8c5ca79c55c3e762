package io.cloacina.runner;

import io.cloacina.domain.execution.TaskStatus;
import java.util.List;
import java.util.stream.Collectors;

/** Says in one bounded text which tasks of an execution failed and why. */
final class FailureSummary {

    private static final int NAMED_TASKS = 5;
    private static final int REASON_LENGTH = 200;

    private FailureSummary() {}

    static String of(ExecutionResult result) {
        return "Execution " + result.id() + " of workflow '" + result.workflow() + "' is " + result.status()
                + result.reason().map(reason -> " (" + firstLine(reason) + ")").orElse("") + "."
                + failedTasks(result.tasks())
                + " Correct the cause and start it again; history(id) tells the whole story.";
    }

    private static String failedTasks(List<TaskResult> tasks) {
        List<TaskResult> failed = tasks.stream()
                .filter(task -> task.status() == TaskStatus.FAILED)
                .toList();
        if (failed.isEmpty()) {
            return "";
        }
        String more = failed.size() > NAMED_TASKS ? " and " + (failed.size() - NAMED_TASKS) + " more" : "";
        return failed.stream()
                .limit(NAMED_TASKS)
                .map(FailureSummary::failedTask)
                .collect(Collectors.joining("; ", " Failed: ", more + "."));
    }

    private static String failedTask(TaskResult task) {
        String tries = task.attempts() == 1 ? "1 attempt" : task.attempts() + " attempts";
        return "'" + task.task() + "' after " + tries
                + task.reason().map(reason -> " with " + firstLine(reason)).orElse("");
    }

    private static String firstLine(String reason) {
        String line = reason.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= REASON_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, REASON_LENGTH)) + "…";
    }
}
