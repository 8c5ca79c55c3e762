package io.cloacina.faults.keys;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.StartOptions;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.StartingLine;
import io.cloacina.testsupport.canary.Canary;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process whose sixteen threads all start the same executions, by key, as soon as the line lets them; every fourth thread brings
 * other input under the same keys. Each answer is a line: the key, the input, and the id or {@code conflict}. It says {@code ready}.
 */
final class KeyCrowd {

    static final int THREADS = 16;

    /** The answer to who brings other input than the first one did. */
    static final String CONFLICT = "conflict";

    private static final String SAME = "same";
    private static final String OTHER = "other";
    private static final String WORKFLOW = "once";

    private final DefaultRunner runner;
    private final AppendedLines answers;
    private final int keys;

    private KeyCrowd(DefaultRunner runner, AppendedLines answers, int keys) {
        this.runner = runner;
        this.answers = answers;
        this.keys = keys;
    }

    static ChildJvm start(String url, Path line, Path answers, int keys) {
        return ChildJvm.start(KeyCrowd.class, url, line.toString(), answers.toString(), Integer.toString(keys));
    }

    public static void main(String[] arguments) throws Exception {
        Workflow once = Workflow.named(WORKFLOW).task("only", context -> {}).build();
        try (DefaultRunner runner = DefaultRunner.open(arguments[0], once)) {
            System.out.println("ready");
            StartingLine.await(Path.of(arguments[1]));
            new KeyCrowd(runner, new AppendedLines(Path.of(arguments[2])), Integer.parseInt(arguments[3])).startAll();
        }
    }

    private void startAll() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<@Nullable Void>> callers = Stream.iterate(0, number -> number + 1)
                    .limit(THREADS)
                    .map(number -> (Callable<@Nullable Void>) () -> startEach(number % 4 == 3 ? OTHER : SAME))
                    .toList();
            for (Future<@Nullable Void> caller : threads.invokeAll(callers)) {
                caller.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private @Nullable Void startEach(String input) {
        for (int number = 0; number < keys; number++) {
            String key = Canary.secret("key-" + number);
            answers.append(key + " " + input + " " + answer(key, input));
        }
        return null;
    }

    private String answer(String key, String input) {
        try {
            return runner.start(WORKFLOW, Context.of("input", input), StartOptions.idempotencyKey(key))
                    .id()
                    .toString();
        } catch (RunnerException.IdempotencyConflict conflict) {
            return CONFLICT;
        }
    }
}
