package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.after;

import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import java.util.stream.IntStream;

/** The workflows of these tests. */
final class Shapes {

    /** The names of the diamond's tasks, by ordinal. */
    static final String DIAMOND = "diamond";

    /** The tasks of a diamond. */
    static final int DIAMOND_TASKS = 4;

    static final String JOIN = "join";

    private Shapes() {}

    /** {@code a}, then {@code b} and {@code c}, then {@code d}. */
    static Workflow diamond(TaskBody given) {
        TaskBody body = context -> {
            given.run(context);
            context.put("written by " + context.task(), Secrets.of("written"));
        };
        return Workflow.named(DIAMOND)
                .task("a", body)
                .task("b", body, after("a"))
                .task("c", body, after("a"))
                .task("d", body, after("b", "c"))
                .build();
    }

    /** So many parents, and one {@code join} behind all of them. */
    static Workflow wideJoin(int parents, TaskBody body) {
        String[] names =
                IntStream.range(0, parents).mapToObj(number -> "p" + number).toArray(String[]::new);
        WorkflowBuilder workflow = Workflow.named(JOIN);
        for (String name : names) {
            workflow.task(name, body);
        }
        return workflow.task("join", body, after(names)).build();
    }
}
