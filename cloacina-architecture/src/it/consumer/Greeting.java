package org.example;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionResult;

/** What a user writes, whichever database he chose: the adapter is named in the POM, the database in the URL. */
public final class Greeting {
    private Greeting() {}

    public static void main(String[] arguments) {
        Workflow greetings = Workflow.named("greetings").task("greet", Greeting::greet).build();

        try (DefaultRunner runner = DefaultRunner.open(System.getProperty("database"), greetings)) {
            ExecutionResult result = runner.execute("greetings", Context.of("name", "Cloacina"));
            System.out.println(result.status() + ": " + result.context().require("greeting", String.class));
        }
    }

    private static void greet(TaskContext task) {
        task.insert("greeting", "Hello, " + task.require("name", String.class) + "!");
    }
}
