package io.cloacina.examples;

import static io.cloacina.domain.trigger.Condition.contextValue;
import static io.cloacina.domain.trigger.TriggerRule.all;
import static io.cloacina.domain.trigger.TriggerRule.allCompleted;
import static io.cloacina.domain.trigger.TriggerRule.always;
import static io.cloacina.domain.trigger.TriggerRule.anyFailed;
import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.trigger.Operator;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.TaskResult;

/**
 * A workflow takes the branch that its trigger rules choose: by how earlier tasks ended, and by what the context holds.
 * Tasks of the branches not taken are skipped, with the reason stored.
 */
public final class BranchExample {

    private BranchExample() {}

    /** Runs a small and a large order on the SQLite file {@code branches.db}, and one that cannot be paid. */
    public static void main(String[] arguments) {
        for (int amount : new int[] {20, 2_000, -1}) {
            System.out.println("An order of " + amount);
            order("branches.db", amount).tasks().forEach(BranchExample::print);
        }
    }

    static ExecutionResult order(String url, int amount) {
        Workflow orders = Workflow.named("branching-orders")
                .task("charge", BranchExample::charge, root().retry(RetryPolicy.none()))
                .task(
                        "gift",
                        task -> {},
                        after("charge").when(all(allCompleted(), contextValue("amount", Operator.GREATER_THAN, 1_000))))
                .task("ship", task -> {}, after("charge"))
                .task("apologise", task -> {}, after("charge").when(anyFailed()))
                .task("archive", task -> {}, after("gift", "ship", "apologise").when(always()))
                .build();

        try (DefaultRunner runner = DefaultRunner.open(url, orders)) {
            return runner.execute("branching-orders", Context.of("amount", amount));
        }
    }

    private static void print(TaskResult task) {
        System.out.println("  " + task.task() + " " + task.status()
                + task.reason().map(why -> ": " + why).orElse(""));
    }

    private static void charge(TaskContext task) {
        if (task.require("amount", Integer.class) < 0) {
            throw new IllegalStateException("the card was declined");
        }
    }
}
