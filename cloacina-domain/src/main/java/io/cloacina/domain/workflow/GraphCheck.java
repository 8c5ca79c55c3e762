package io.cloacina.domain.workflow;

import io.cloacina.domain.workflow.WorkflowProblem.Cycle;
import io.cloacina.domain.workflow.WorkflowProblem.EmptyWorkflow;
import io.cloacina.domain.workflow.WorkflowProblem.RepeatedDependency;
import io.cloacina.domain.workflow.WorkflowProblem.SelfDependency;
import io.cloacina.domain.workflow.WorkflowProblem.TooManyTasks;
import io.cloacina.domain.workflow.WorkflowProblem.UnknownDependency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that tasks and dependencies make a directed acyclic graph. */
final class GraphCheck {

    private final Map<String, ? extends Collection<String>> dependencies;
    private final List<WorkflowProblem> problems = new ArrayList<>();

    private GraphCheck(Map<String, ? extends Collection<String>> dependencies) {
        this.dependencies = dependencies;
    }

    /** Every problem of the graph, in the iteration order of the tasks; cycles last. Empty when it is one. */
    static List<WorkflowProblem> problems(Map<String, ? extends Collection<String>> dependencies) {
        GraphCheck check = new GraphCheck(dependencies);
        check.size();
        dependencies.forEach(check::task);
        Cycles.in(TaskLinks.of(dependencies)).forEach(cycle -> check.problems.add(new Cycle(cycle)));
        return check.problems;
    }

    private void size() {
        if (dependencies.isEmpty()) {
            problems.add(new EmptyWorkflow());
        }
        if (dependencies.size() > TaskGraph.MOST_TASKS) {
            problems.add(new TooManyTasks(dependencies.size(), TaskGraph.MOST_TASKS));
        }
    }

    private void task(String task, Collection<String> dependsOn) {
        Set<String> seen = new HashSet<>();
        for (String dependency : dependsOn) {
            if (!seen.add(dependency)) {
                problems.add(new RepeatedDependency(task, dependency));
            } else if (dependency.equals(task)) {
                problems.add(new SelfDependency(task));
            } else if (!dependencies.containsKey(dependency)) {
                problems.add(new UnknownDependency(task, dependency, nearest(dependency)));
            }
        }
    }

    /** Looking for near names costs a pass over all tasks: not done for problems that are not reported. */
    private List<String> nearest(String dependency) {
        return problems.size() < InvalidWorkflowException.MOST_PROBLEMS
                ? NearestNames.to(dependency, dependencies.keySet())
                : List.of();
    }
}
