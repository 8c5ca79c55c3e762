package io.cloacina.examples.checkup;

import io.cloacina.domain.workflow.TaskDefinition;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.examples.checkup.report.CheckupReport;
import io.cloacina.examples.checkup.report.HtmlPage;
import io.cloacina.examples.checkup.report.ReportedRun;
import io.cloacina.examples.checkup.report.ReportedTask;
import io.cloacina.examples.checkup.repository.AtomicFile;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.TaskResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What comes after the workflow's end, because it needs the recorded times of all tasks, the last one too: the page, and
 * the last lines on the screen.
 */
final class Publication {

    private final CheckupArguments arguments;
    private final Workflow workflow;
    private final ExecutionResult result;

    /** For the completed execution of that workflow. */
    Publication(CheckupArguments arguments, Workflow workflow, ExecutionResult result) {
        this.arguments = arguments;
        this.workflow = workflow;
        this.result = result;
    }

    /** Writes the page and says what was found, and where it is written. */
    void publish(PrintStream out) throws IOException {
        CheckupReport report = CheckupTasks.join(result.context());
        Path page = arguments.work().resolve("report.html");
        AtomicFile.write(page, HtmlPage.of(report, run()));
        out.println();
        out.println(report.headline());
        out.println(report.summary());
        out.println("Report: " + arguments.work().resolve("report.txt"));
        out.println("Page:   " + page);
    }

    private ReportedRun run() {
        List<ReportedTask> tasks =
                workflow.definition().tasks().stream().map(this::reported).toList();
        return new ReportedRun(
                result.id().toString(), arguments.storeName(), result.submitted(), result.completed(), tasks);
    }

    private ReportedTask reported(TaskDefinition task) {
        TaskResult end = result.task(task.id());
        return new ReportedTask(task.id(), task.dependencies(), end.status().name(), end.started(), end.completed());
    }
}
