package io.cloacina.faults.soak;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.faults.stage.Database;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.StartOptions;
import io.cloacina.testsupport.ChildJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The same idempotency keys from sixteen threads of each of two processes: everybody is told of the same execution. */
final class SameKeys implements Figure {

    private static final int THREADS = 16;
    private static final int KEYS_OF_A_ROUND = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public int share() {
        return 1;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        Clock clock = Clock.of(time);
        long keys = 0;
        long differ = 0;
        do {
            try (Database database = scene.newDatabase();
                    ChildJvm one = ChildJvm.start(SameKeys.class, Scene.straightTo(database), "1");
                    ChildJvm two = ChildJvm.start(SameKeys.class, Scene.straightTo(database), "2")) {
                String toldOne = one.awaitLine(line -> line.startsWith("told "), PATIENCE);
                String toldTwo = two.awaitLine(line -> line.startsWith("told "), PATIENCE);
                keys += KEYS_OF_A_ROUND;
                differ += toldOne.equals(toldTwo) && !toldOne.contains(",") ? 0 : 1;
            }
        } while (!clock.isOver());
        scene.report().atLeast(KEYS_OF_A_ROUND, name() + ": keys", keys, "keys");
        scene.report().atMost(0, name() + ": rounds in which somebody was told something else", differ, "rounds");
    }

    /** One of the processes: prints what it was told of each key, several ids with commas between them. */
    public static void main(String... arguments) throws Exception {
        Workflow workflow = Workflow.named("keyed").task("only", context -> {}).build();
        Map<String, Set<String>> told = new ConcurrentHashMap<>();
        try (DefaultRunner runner = DefaultRunner.open(arguments[0], workflow)) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Callable<Map<String, Set<String>>>> callers = IntStream.range(0, THREADS)
                    .<Callable<Map<String, Set<String>>>>mapToObj(number -> () -> {
                        submitAll(runner, new Random(number), told);
                        return told;
                    })
                    .toList();
            for (Future<Map<String, Set<String>>> caller : threads.invokeAll(callers)) {
                caller.get();
            }
            threads.shutdown();
        }
        System.out.println("told "
                + new TreeMap<>(told)
                        .entrySet().stream()
                                .map(key -> key.getKey() + "=" + String.join(",", key.getValue()))
                                .toList()
                                .toString()
                                .replace(", ", " "));
        System.exit(0);
    }

    private static void submitAll(DefaultRunner runner, Random order, Map<String, Set<String>> told) {
        List<Integer> keys =
                new ArrayList<>(IntStream.range(0, KEYS_OF_A_ROUND).boxed().toList());
        Collections.shuffle(keys, order);
        for (int key : keys) {
            String id = runner.start("keyed", Context.of("key", key), StartOptions.idempotencyKey("key-" + key))
                    .id()
                    .toString();
            told.computeIfAbsent("key-" + key, first -> ConcurrentHashMap.newKeySet())
                    .add(id);
        }
    }
}
