package io.cloacina.domain.workflow;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One reason why a workflow cannot be built. The records name the tasks concerned; {@link #message()} is for people. */
public sealed interface WorkflowProblem {

    /** What is wrong and what to do about it: one sentence without a full stop. */
    String message();

    /** There is no task at all. */
    record EmptyWorkflow() implements WorkflowProblem {
        @Override
        public String message() {
            return "there is no task; declare at least one";
        }
    }

    /** There are more tasks than one workflow may have. */
    record TooManyTasks(int tasks, int most) implements WorkflowProblem {
        @Override
        public String message() {
            return "there are " + tasks + " tasks, at most " + most + " are allowed; split the workflow";
        }
    }

    /** A name, id or version is no acceptable text. The text itself may be unprintable and is not shown. */
    record UnacceptableName(String subject, String objection) implements WorkflowProblem {
        @Override
        public String message() {
            return subject + " " + objection + "; choose another text";
        }
    }

    /** Two tasks have the same id. */
    record DuplicateTask(String task) implements WorkflowProblem {
        @Override
        public String message() {
            return "task '" + task + "' is declared more than once; rename one of them";
        }
    }

    /** A task depends on something that is no task of this workflow. */
    record UnknownDependency(String task, String dependency, List<String> nearest) implements WorkflowProblem {
        public UnknownDependency {
            nearest = List.copyOf(nearest);
        }

        @Override
        public String message() {
            return "task '" + task + "' depends on '" + dependency + "', which is no task of this workflow; "
                    + (nearest.isEmpty()
                            ? "declare it or drop the dependency"
                            : "did you mean " + anyOf(nearest) + "?");
        }
    }

    /** A task depends on itself. */
    record SelfDependency(String task) implements WorkflowProblem {
        @Override
        public String message() {
            return "task '" + task + "' depends on itself; drop that dependency";
        }
    }

    /** A task names the same dependency twice. */
    record RepeatedDependency(String task, String dependency) implements WorkflowProblem {
        @Override
        public String message() {
            return "task '" + task + "' names its dependency '" + dependency + "' more than once; name it once";
        }
    }

    /** Tasks wait for each other in a ring: each member depends on the next one, the last on the first. */
    record Cycle(List<String> members) implements WorkflowProblem {
        private static final int SHOWN = 10;

        public Cycle {
            members = List.copyOf(members);
        }

        @Override
        public String message() {
            return "tasks wait for each other in a cycle: " + ring() + "; drop one of these dependencies";
        }

        private String ring() {
            String shown = members.stream()
                    .limit(SHOWN)
                    .map(task -> "'" + task + "'")
                    .collect(Collectors.joining(" depends on "));
            String gap = members.size() <= SHOWN ? "" : " depends on … (" + members.size() + " tasks)";
            return shown + gap + " depends on '" + members.get(0) + "'";
        }
    }

    /** A trigger rule asks about a task that the task does not wait for, so that the answer would be a matter of luck. */
    record ConditionOnNonDependency(String task, String named, List<String> nearest) implements WorkflowProblem {
        public ConditionOnNonDependency {
            nearest = List.copyOf(nearest);
        }

        @Override
        public String message() {
            return "the trigger rule of task '" + task + "' asks about '" + named
                    + "', on which the task does not depend, directly or through others; "
                    + (nearest.isEmpty() ? "declare the dependency" : "did you mean " + anyOf(nearest) + "?");
        }
    }

    /** A task without dependencies has a trigger rule, which nothing would ever look at. */
    record RuleWithoutDependencies(String task) implements WorkflowProblem {
        @Override
        public String message() {
            return "task '" + task
                    + "' has a trigger rule but no dependencies: it starts with the execution and nothing"
                    + " would look at the rule; let it depend on a task or drop the rule";
        }
    }

    /** A context condition meets a merge function, which is user code and must not run where the condition is decided. */
    record ContextConditionNeedsMerge(String task, String key) implements WorkflowProblem {
        @Override
        public String message() {
            return "the trigger rule of task '" + task + "' reads the context key '" + key
                    + "', but this workflow merges contexts by a function of its own, which does not run where rules are"
                    + " decided; decide in the task's body or choose another conflict policy";
        }
    }

    /** The key or operand of a context condition is nothing that can be stored. Neither is shown. */
    record UnacceptableCondition(String task, String path, String objection) implements WorkflowProblem {
        @Override
        public String message() {
            return "the trigger rule of task '" + task + "' has a context condition that cannot be stored, at " + path
                    + ": " + objection;
        }
    }

    /** A time-out is outside its bounds. */
    record TimeoutOutOfBounds(String subject, Duration timeout, Duration least, Duration most)
            implements WorkflowProblem {
        @Override
        public String message() {
            return subject + " is " + timeout + "; it must be between " + least + " and " + most;
        }
    }

    private static String anyOf(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
    }
}
