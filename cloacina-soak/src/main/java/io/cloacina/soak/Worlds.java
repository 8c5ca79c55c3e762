package io.cloacina.soak;

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
            scene.report().atMost(0, name() + ": seeds that could not be run", counts.get(2), "seeds");
            if (counts.get(1) + counts.get(2) > 0) {
                scene.report().explain(name() + ": " + child.errors());
            }
        }
    }

    /** The JVM of the worlds. */
    @SuppressWarnings("unchecked") // the class says so; it stands in the tests of another module
    public static void main(String... arguments) throws Exception {
        Clock clock = Clock.of(Duration.ofMillis(Long.parseLong(arguments[0])));
        Tally tally = new Tally(Long.parseLong(arguments[1]));
        LongFunction<List<String>> violations =
                (LongFunction<List<String>>) Class.forName("io.cloacina.simulation.Violations")
                        .asSubclass(LongFunction.class)
                        .getConstructor()
                        .newInstance();
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            threads.execute(() -> run(clock, tally, violations));
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.DAYS);
        System.out.println(tally);
        System.exit(0);
    }

    private static void run(Clock clock, Tally tally, LongFunction<List<String>> violations) {
        do {
            tally.run(violations);
        } while (!clock.isOver());
    }

    /** What became of the seeds so far. Thread-safe. */
    static final class Tally {

        private final AtomicLong next;
        private final AtomicLong run = new AtomicLong();
        private final AtomicLong violating = new AtomicLong();
        private final AtomicLong thrown = new AtomicLong();

        Tally(long first) {
            next = new AtomicLong(first);
        }

        /** Takes the next seed. A world that cannot be run is no world that holds. */
        void run(LongFunction<List<String>> violations) {
            long seed = next.getAndIncrement();
            try {
                List<String> violated = violations.apply(seed);
                run.incrementAndGet();
                if (!violated.isEmpty()) {
                    violating.incrementAndGet();
                    System.err.println("seed " + seed + " violates " + violated);
                }
            } catch (RuntimeException | Error failure) {
                thrown.incrementAndGet();
                System.err.println("seed " + seed + " could not be run");
                failure.printStackTrace();
            }
        }

        /** Seeds that were run, that violated something, that threw. */
        @Override
        public String toString() {
            return "worlds " + run + " " + violating + " " + thrown;
        }
    }
}
