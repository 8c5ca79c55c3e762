package io.cloacina.examples;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.StartOptions;

/**
 * An idempotency key makes starting safe to repeat. A web shop that is told of one order twice (a double click, a
 * retried request, a process that died before it could answer) starts one execution; the key with another order is refused.
 */
public final class IdempotencyExample {

    private final DefaultRunner runner;

    /** The shop on a runner that knows the {@link #workflow()}. */
    IdempotencyExample(DefaultRunner runner) {
        this.runner = runner;
    }

    /** Runs it on the SQLite file {@code idempotency.db}. */
    public static void main(String[] arguments) {
        try (DefaultRunner runner = DefaultRunner.open("idempotency.db", workflow())) {
            IdempotencyExample shop = new IdempotencyExample(runner);
            System.out.println("first click:  " + shop.order("order-42", "one book"));
            System.out.println("second click: " + shop.order("order-42", "one book"));
            System.out.println("other order:  " + shop.order("order-42", "ten books"));
        } catch (RunnerException.IdempotencyConflict e) {
            System.out.println("other order:  refused. " + e.getMessage());
        }
    }

    static Workflow workflow() {
        return Workflow.named("idempotent-orders")
                .task("charge", task -> task.insert("charged", task.executionKey())) // the key for the bank, too
                .build();
    }

    /** Starts the workflow for that order, or finds the execution that was started for it before. */
    ExecutionId order(String number, String goods) {
        ExecutionHandle execution =
                runner.start("idempotent-orders", Context.of("goods", goods), StartOptions.idempotencyKey(number));
        return execution.result().id();
    }
}
