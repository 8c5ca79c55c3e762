package io.cloacina.faults;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.LeaseSettings;
import io.cloacina.runner.StartOptions;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process with a small heap and tasks that fill it to the last byte for a while, all at once, so that whatever else runs finds no
 * memory either; and tasks that need none. It starts all of them, by key, writes down what it was promised, and says how each ended.
 */
final class Hungry {

    static final int EATERS = 4;
    static final int MODEST = 20;

    private static final Duration MEAL = Duration.ofSeconds(2);
    private static final LeaseSettings LEASES =
            new LeaseSettings(Duration.ofSeconds(3), Duration.ofMillis(400), Duration.ofMillis(400), 100);

    /** Meals of this process: who loses its lease over one runs again, and must not eat for ever. */
    private static final AtomicInteger BEGUN = new AtomicInteger();

    private Hungry() {}

    static ChildJvm start(String url, Path promises, String appetite) {
        return ChildJvm.start(List.of("-Xmx40m", "-XX:+UseSerialGC"), Hungry.class, url, promises.toString(), appetite);
    }

    /** URL, file for the promises, and whether the tasks of this process eat: {@code eats} or {@code fasts}. */
    public static void main(String[] arguments) {
        AppendedLines promises = new AppendedLines(Path.of(arguments[1]));
        boolean eats = arguments[2].equals("eats");
        Workflow eater = Workflow.named("eater")
                .task("eat", context -> {
                    if (eats && BEGUN.getAndIncrement() < EATERS) {
                        Meal.lasts(MEAL);
                    }
                })
                .build();
        Workflow modest = Workflow.named("modest")
                .task("first", context -> context.put("first", 1))
                .task("second", context -> context.put("second", 2))
                .build();
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .settings(settings -> settings.withLeases(LEASES))
                .workflows(eater, modest)
                .open()) {
            for (int number = 0; number < EATERS; number++) {
                start(runner, promises, "eater", number);
            }
            for (int number = 0; number < MODEST; number++) {
                start(runner, promises, "modest", number);
            }
            System.out.println("started");
            promises.read().forEach(promise -> System.out.println(end(runner, promise)));
            System.out.println("meals " + BEGUN);
            System.out.println("ended");
        }
    }

    private static void start(DefaultRunner runner, AppendedLines promises, String workflow, int number) {
        promises.append(workflow + " "
                + runner.start(workflow, Context.empty(), StartOptions.idempotencyKey(workflow + number))
                        .id());
    }

    private static String end(DefaultRunner runner, String promise) {
        String[] words = promise.split(" ");
        ExecutionResult result =
                runner.handleOf(ExecutionId.of(words[1])).orElseThrow().result();
        return "end " + words[0] + " " + result.status();
    }
}
