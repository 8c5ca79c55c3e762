package io.cloacina.faults.soak;

import io.cloacina.testsupport.ChildJvm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Seeds of the simulation, which needs no database: it is taken once, beside SQLite. */
final class Worlds implements Figure {

    private static final long SEEDS_OF_EVERY_BUILD = 3_000;
    private static final Duration LAST_SEEDS = Duration.ofMinutes(5);
    private static final int SIDE_BY_SIDE = 2;

    @Override
    public int share() {
        return 3;
    }

    @Override
    public boolean isFor(Backend backend) {
        return backend == Backend.SQLITE;
    }

    @Override
    public void take(Scene scene, Duration time) {
        long first = SEEDS_OF_EVERY_BUILD + Math.floorMod(scene.seed(), 1_000_000L) * 1_000_000;
        try (ChildJvm child = ChildJvm.start(
                List.of(),
                TestsAgain.classPath(List.of("cloacina-simulation")),
                Worlds.class,
                Long.toString(time.toMillis()),
                Long.toString(first))) {
            List<Long> counts = Numbers.in(child.awaitLine(line -> line.startsWith("worlds "), time.plus(LAST_SEEDS)));
            scene.report().tell(name() + ": first seed", first, "seed");
            scene.report().atLeast(1, name() + ": seeds", counts.get(0), "seeds");
            scene.report().atMost(0, name() + ": seeds that violate something", counts.get(1), "seeds");
            if (counts.get(1) > 0) {
                scene.report().explain(name() + ": " + child.errors());
            }
        }
    }

    /** The JVM of the worlds. */
    @SuppressWarnings("unchecked") // the class says so; it stands in the tests of another module
    public static void main(String... arguments) throws Exception {
        Clock clock = Clock.of(Duration.ofMillis(Long.parseLong(arguments[0])));
        AtomicLong next = new AtomicLong(Long.parseLong(arguments[1]));
        LongFunction<List<String>> violations =
                (LongFunction<List<String>>) Class.forName("io.cloacina.simulation.Violations")
                        .asSubclass(LongFunction.class)
                        .getConstructor()
                        .newInstance();
        AtomicLong failed = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            threads.execute(() -> run(clock, next, violations, failed));
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.DAYS);
        System.out.println("worlds " + (next.get() - Long.parseLong(arguments[1])) + " " + failed);
        System.exit(0);
    }

    private static void run(Clock clock, AtomicLong next, LongFunction<List<String>> violations, AtomicLong failed) {
        do {
            long seed = next.getAndIncrement();
            List<String> violated = violations.apply(seed);
            if (!violated.isEmpty()) {
                failed.incrementAndGet();
                System.err.println("seed " + seed + " violates " + violated);
            }
        } while (!clock.isOver());
    }
}
