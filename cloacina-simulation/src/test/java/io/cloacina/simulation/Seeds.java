package io.cloacina.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.world.Carriers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs seeds, several worlds side by side that know nothing of each other, until one fails. */
final class Seeds {

    private static final int WORLDS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private static final int DIGEST_BYTES = 8;

    private final ConcurrentLinkedQueue<Long> waiting;
    private final SortedMap<Long, String> traces = new ConcurrentSkipListMap<>();

    private Seeds(Collection<Long> seeds) {
        this.waiting = new ConcurrentLinkedQueue<>(seeds);
    }

    /**
     * What came of them.
     *
     * @param failure one of the seeds that fail, made small and told in full; empty if none does
     * @param traces the hashes of the traces, by seed; when one fails, some are missing
     */
    record Run(Optional<String> failure, SortedMap<Long, String> traces) {

        /** One text for the traces of all seeds. */
        String digest() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                traces.forEach((seed, trace) -> digest.update((seed + " " + trace + "\n").getBytes(UTF_8)));
                return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }
    }

    static Run run(Collection<Long> seeds) throws InterruptedException, ExecutionException {
        Seeds run = new Seeds(seeds);
        return new Run(run.firstFailure(), run.traces);
    }

    private Optional<String> firstFailure() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WORLDS);
        try {
            List<Callable<Optional<Plan>>> worlds = IntStream.range(0, WORLDS)
                    .<Callable<Optional<Plan>>>mapToObj(number -> this::untilOneFails)
                    .toList();
            for (Future<Optional<Plan>> world : threads.invokeAll(worlds)) {
                if (world.get().isPresent()) {
                    return world.get().map(Seeds::story);
                }
            }
            return Optional.empty();
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<Plan> untilOneFails() {
        try (Carriers carriers = new Carriers()) {
            for (Long seed = waiting.poll(); seed != null; seed = waiting.poll()) {
                Plan plan = Plan.of(seed);
                Outcome outcome = Simulation.run(plan, carriers, false);
                traces.put(seed, outcome.trace().hash());
                if (outcome.failed()) {
                    waiting.clear();
                    return Optional.of(plan);
                }
            }
            return Optional.empty();
        }
    }

    /** The plan, what it violates, and everything that happened, first as drawn in one line, then made small. */
    private static String story(Plan plan) {
        try (Carriers carriers = new Carriers()) {
            Outcome asDrawn = Simulation.run(plan, carriers, false);
            Plan smallest = new Shrinker(candidate -> Simulation.run(candidate, carriers, false)).shrink(asDrawn);
            return "seed " + plan.seed() + " violates " + asDrawn.trace().violations()
                    + "\nMade small:\n" + Simulation.run(smallest, carriers, true)
                    + "\nKeep this in " + KeptPlans.FILE
                    + ", with what went wrong behind the invariant in its first line:\n"
                    + KeptPlans.entry(asDrawn.firstViolation() + ": seed " + plan.seed(), smallest);
        }
    }
}
