package io.cloacina.domain.workflow;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonValidator;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.domain.trigger.ContextCondition;
import io.cloacina.domain.trigger.DependencyRule;
import io.cloacina.domain.workflow.WorkflowProblem.ConditionOnNonDependency;
import io.cloacina.domain.workflow.WorkflowProblem.ContextConditionNeedsMerge;
import io.cloacina.domain.workflow.WorkflowProblem.RuleWithoutDependencies;
import io.cloacina.domain.workflow.WorkflowProblem.UnacceptableCondition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks the trigger rule of one task against a sound graph. */
final class RuleCheck {

    /** The rules that hold of a task without dependencies, which starts with the execution and is never asked. */
    private static final Set<DependencyRule> TRUE_OF_ROOTS =
            EnumSet.of(DependencyRule.ALL_COMPLETED, DependencyRule.NONE_FAILED, DependencyRule.ALWAYS);

    /** What a condition may compare with: small, and flat enough for any parser when it stands deep in a document. */
    private static final JsonValidator STORABLE =
            new JsonValidator(PayloadLimits.DEFAULT.withMaxBytes(64 << 10).withMaxDepth(50));

    private final TaskDefinition task;
    private final TaskGraph graph;
    private final List<WorkflowProblem> problems = new ArrayList<>();

    private RuleCheck(TaskDefinition task, TaskGraph graph) {
        this.task = task;
        this.graph = graph;
    }

    /** Every problem of a task's rule. */
    static List<WorkflowProblem> problems(TaskDefinition task, TaskGraph graph, ConflictPolicy.Mode conflictMode) {
        RuleCheck check = new RuleCheck(task, graph);
        check.root();
        check.namedTasks();
        check.contextConditions();
        check.contextKeys(conflictMode);
        return check.problems;
    }

    private void root() {
        boolean asked = !(task.rule() instanceof DependencyRule rule && TRUE_OF_ROOTS.contains(rule));
        if (asked && task.dependencies().isEmpty()) {
            problems.add(new RuleWithoutDependencies(task.id()));
        }
    }

    private void namedTasks() {
        int ordinal = graph.ordinal(task.id());
        Set<String> direct = Set.copyOf(task.dependencies());
        for (String named : task.rule().taskIds()) {
            boolean known = direct.contains(named)
                    || (graph.contains(named) && graph.isAncestor(graph.ordinal(named), ordinal));
            if (!known) {
                problems.add(new ConditionOnNonDependency(task.id(), named, nearestAncestors(named, ordinal)));
            }
        }
    }

    private List<String> nearestAncestors(String named, int ordinal) {
        return NearestNames.to(
                named, graph.ancestors(ordinal).stream().map(graph::id).toList());
    }

    private void contextConditions() {
        task.rule().conditions().forEach(condition -> {
            if (condition instanceof ContextCondition ofContext) {
                contextCondition(ofContext);
            }
        });
    }

    private void contextCondition(ContextCondition condition) {
        try {
            STORABLE.checkMember(condition.key(), condition.operand());
        } catch (InvalidPayloadException refused) {
            problems.add(new UnacceptableCondition(task.id(), refused.path(), refused.reason()));
        }
    }

    private void contextKeys(ConflictPolicy.Mode conflictMode) {
        if (conflictMode == ConflictPolicy.Mode.MERGE) {
            task.rule().contextKeys().forEach(key -> problems.add(new ContextConditionNeedsMerge(task.id(), key)));
        }
    }
}
