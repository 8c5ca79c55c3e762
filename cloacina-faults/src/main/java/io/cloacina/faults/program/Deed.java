package io.cloacina.faults.program;

import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.faults.journal.Journal;
import io.cloacina.testsupport.canary.Canary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The body of every task: says in the journal that it begins, takes a while, throws or writes as its fate will have it, and says so. */
public final class Deed implements TaskBody {

    /** The key of the submission's name in its input. */
    public static final String SUBMISSION = "submission";

    private final Shape shape;
    private final Journal journal;

    Deed(Shape shape, Journal journal) {
        this.shape = shape;
        this.journal = journal;
    }

    @Override
    public void run(TaskContext context) throws InterruptedException {
        Fate fate = new Fate(context.require(SUBMISSION, String.class), shape);
        String task = context.task();
        journal.begun(context.attemptToken(), context.attempt());
        takeAWhile(fate.millis(task));
        if (fate.fails(task, context.attempt())) {
            throw new IllegalStateException(Canary.secret("as it was to be"));
        }
        context.put(valueKey(task), Fate.value(fate.submission(), task, written(context, shape.node(task))));
        context.put(writerKey(task), context.attemptToken());
        journal.done(context.attemptToken());
    }

    private static void takeAWhile(long millis) throws InterruptedException {
        if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }

    private static List<Long> written(TaskContext context, Node node) {
        return node.dependencies().stream()
                .map(name -> context.get(valueKey(name), Long.class))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Under which a task leaves its value. */
    public static String valueKey(String task) {
        return "value." + task;
    }

    /** Under which a task leaves the claim that it ran under. */
    public static String writerKey(String task) {
        return "writer." + task;
    }
}
