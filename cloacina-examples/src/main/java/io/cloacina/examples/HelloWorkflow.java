package io.cloacina.examples;

import static io.cloacina.domain.workflow.TaskOptions.after;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;

/** The smallest durable workflow: two tasks, one after the other, that hand a value on. The README opens with it. */
public final class HelloWorkflow {

    private HelloWorkflow() {}

    /** Runs it on the SQLite file {@code hello.db}. */
    public static void main(String[] arguments) {
        Workflow hello = Workflow.named("hello")
                .task("greet", task -> task.insert("text", "Hello, " + task.require("name", String.class)))
                .task("stress", task -> task.update("text", task.require("text", String.class) + "!"), after("greet"))
                .build();

        try (DefaultRunner runner = DefaultRunner.open("hello.db", hello)) {
            var result = runner.execute("hello", Context.of("name", "world"));
            System.out.println(result.requireCompleted().context().require("text", String.class));
        }
    }
}
