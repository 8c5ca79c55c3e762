package io.cloacina.domain.workflow;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.workflow.WorkflowProblem.DuplicateTask;
import io.cloacina.domain.workflow.WorkflowProblem.UnacceptableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @return its graph
     * @throws InvalidWorkflowException if anything is wrong
     */
    static TaskGraph check(
            String name, List<TaskDefinition> tasks, ConflictPolicy.Mode conflictMode, @Nullable Duration timeout) {
        WorkflowCheck check = new WorkflowCheck();
        check.head(name, timeout);
        check.ids(tasks);
        tasks.forEach(check::settings);
        return check.graph(tasks, conflictMode).orElseThrow(() -> {
            String subject = NameRule.objection(name).isPresent() ? "the workflow" : "workflow '" + name + "'";
            return new InvalidWorkflowException(subject, check.problems);
        });
    }

    private void head(String name, @Nullable Duration timeout) {
        text("its name", name);
        if (timeout != null) {
            timeout("its time-out", timeout);
        }
    }

    /** The graph, if there is no problem at all. */
    private Optional<TaskGraph> graph(List<TaskDefinition> tasks, ConflictPolicy.Mode conflictMode) {
        Map<String, List<String>> dependencies = dependencies(tasks);
        List<WorkflowProblem> ofGraph = GraphCheck.problems(dependencies);
        problems.addAll(ofGraph);
        if (!ofGraph.isEmpty()) {
            return Optional.empty();
        }
        TaskGraph graph = TaskGraph.ofSound(dependencies);
        rules(tasks, graph, conflictMode);
        return Optional.of(graph).filter(sound -> problems.isEmpty());
    }

    /** Looking for what a rule may have meant is dear: it ends with what is reported. */
    private void rules(List<TaskDefinition> tasks, TaskGraph graph, ConflictPolicy.Mode conflictMode) {
        for (TaskDefinition task : tasks) {
            if (problems.size() < InvalidWorkflowException.MOST_PROBLEMS) {
                problems.addAll(RuleCheck.problems(task, graph, conflictMode));
            }
        }
    }

    /** For each task the ids it depends on; of tasks with the same id, which is reported, the first counts. */
    private static Map<String, List<String>> dependencies(List<TaskDefinition> tasks) {
        Map<String, List<String>> dependencies = new LinkedHashMap<>();
        tasks.forEach(task -> dependencies.putIfAbsent(task.id(), task.dependencies()));
        return dependencies;
    }

    private void ids(List<TaskDefinition> tasks) {
        Set<String> seen = new HashSet<>();
        Set<String> reported = new HashSet<>();
        int number = 0;
        for (TaskDefinition task : tasks) {
            number++;
            if (seen.add(task.id())) {
                text("the id of task no. " + number, task.id());
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
