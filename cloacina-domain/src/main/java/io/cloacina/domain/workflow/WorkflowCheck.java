package io.cloacina.domain.workflow;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.workflow.WorkflowProblem.DuplicateTask;
import io.cloacina.domain.workflow.WorkflowProblem.UnacceptableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything that is wrong with a workflow, so that it can be mended in one go: first its texts and time-outs, then
 * its graph; trigger rules are looked at once the graph is sound, since it tells which tasks they may name.
 */
final class WorkflowCheck {

    private final List<WorkflowProblem> problems = new ArrayList<>();

    private WorkflowCheck() {}

    /**
     * Checks a whole workflow.
     *
     * @throws InvalidWorkflowException if anything is wrong
     */
    static void check(
            String name, List<TaskDefinition> tasks, ConflictPolicy.Mode conflictMode, @Nullable Duration timeout) {
        List<WorkflowProblem> problems = new WorkflowCheck().problems(name, tasks, conflictMode, timeout);
        if (!problems.isEmpty()) {
            String subject = NameRule.objection(name).isPresent() ? "the workflow" : "workflow '" + name + "'";
            throw new InvalidWorkflowException(subject, problems);
        }
    }

    private List<WorkflowProblem> problems(
            String name, List<TaskDefinition> tasks, ConflictPolicy.Mode conflictMode, @Nullable Duration timeout) {
        text("its name", name);
        if (timeout != null) {
            timeout("its time-out", timeout);
        }
        ids(tasks);
        tasks.forEach(this::settings);
        List<WorkflowProblem> ofGraph = GraphCheck.problems(WorkflowDefinition.dependencies(tasks));
        problems.addAll(ofGraph);
        if (ofGraph.isEmpty()) {
            TaskGraph graph = TaskGraph.of(WorkflowDefinition.dependencies(tasks));
            tasks.forEach(task -> problems.addAll(RuleCheck.problems(task, graph, conflictMode)));
        }
        return problems;
    }

    private void ids(List<TaskDefinition> tasks) {
        Set<String> seen = new HashSet<>();
        Set<String> reported = new HashSet<>();
        for (TaskDefinition task : tasks) {
            if (seen.add(task.id())) {
                text("the id of task no. " + seen.size(), task.id());
            } else if (reported.add(task.id())) {
                problems.add(new DuplicateTask(task.id()));
            }
        }
    }

    private void settings(TaskDefinition task) {
        timeout("the time-out of task '" + task.id() + "'", task.timeout());
        if (!task.codeVersion().isEmpty()) {
            text("the declared version of task '" + task.id() + "'", task.codeVersion());
        }
    }

    private void text(String subject, String text) {
        NameRule.objection(text).ifPresent(objection -> problems.add(new UnacceptableName(subject, objection)));
    }

    private void timeout(String subject, Duration timeout) {
        TimeoutRule.objection(subject, timeout).ifPresent(problems::add);
    }
}
