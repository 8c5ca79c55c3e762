package io.cloacina.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes every figure, each for its share of the time, and prints one JSON line per number. Exits with 1 when one broke its limit.
 *
 * <p>Arguments: {@code sqlite}, {@code postgres}, {@code both} (one after the other) or {@code at-once} (side by side); the minutes
 * per backend; the seed; and, to take some figures only, their names.
 */
public final class Soak {

    private final long seed;
    private final Duration time;
    private final List<Figure> figures;
    private final String commit;

    private Soak(long seed, Duration time, List<Figure> figures, String commit) {
        this.seed = seed;
        this.time = time;
        this.figures = figures;
        this.commit = commit;
    }

    public static void main(String... arguments) throws Exception {
        if (arguments.length < 3) {
            System.err.println("Usage: sqlite|postgres|both|at-once MINUTES SEED [FIGURE…]; figures: "
                    + Figures.ALL.stream().map(Figure::name).toList());
            System.exit(2);
        }
        List<String> wanted = List.of(arguments).subList(3, arguments.length);
        requireKnown(wanted);
        Soak soak = new Soak(
                Long.parseLong(arguments[2]),
                Duration.ofSeconds(Math.round(60 * Double.parseDouble(arguments[1]))),
                Figures.ALL.stream()
                        .filter(figure -> wanted.isEmpty() || wanted.contains(figure.name()))
                        .toList(),
                commit());
        System.exit(soak.on(backends(arguments[0]), arguments[0].equals("at-once") ? 2 : 1) ? 0 : 1);
    }

    /** A soak that takes no figure at all would keep every limit. */
    static void requireKnown(List<String> wanted) {
        List<String> known = Figures.ALL.stream().map(Figure::name).toList();
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("There is no such figure among " + wanted + "; there are " + known);
        }
    }

    private static List<Backend> backends(String word) {
        return switch (word) {
            case "both", "at-once" -> List.of(Backend.values());
            default -> List.of(Backend.valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }

    /** As git names what is checked out, with {@code -dirty} when it was changed; {@code unknown} where there is no git. */
    private static String commit() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? name.strip() : "unknown";
        } catch (IOException thereIsNoGit) {
            return "unknown";
        }
    }

    /** Whether every limit was kept. */
    private boolean on(List<Backend> backends, int atOnce) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        List<Future<Boolean>> runs = new ArrayList<>();
        for (Backend backend : backends) {
            runs.add(threads.submit(() -> on(backend)));
        }
        boolean kept = true;
        for (Future<Boolean> run : runs) {
            kept &= run.get();
        }
        threads.shutdown();
        return kept;
    }

    private boolean on(Backend backend) {
        Report report = new Report(System.out, backend, seed, commit);
        try (Scene scene = new Scene(backend, seed, report)) {
            take(figures.stream().filter(figure -> figure.isFor(backend)).toList(), scene, time);
        } catch (IOException | RuntimeException failure) {
            report.failed("clearing up", failure);
        }
        return !report.isBroken();
    }

    /** Each for its share of the time; whatever happens to one of them, the others are taken. */
    static void take(List<Figure> figures, Scene scene, Duration time) {
        int shares = figures.stream().mapToInt(Figure::share).sum();
        for (Figure figure : figures) {
            take(figure, scene, time.multipliedBy(figure.share()).dividedBy(shares));
        }
    }

    private static void take(Figure figure, Scene scene, Duration share) {
        long begun = System.nanoTime();
        try {
            figure.take(scene, share);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            scene.report().failed(figure.name(), interrupt);
        } catch (Throwable failure) { // an error of the JVM too: the run is to say so, and to go on
            scene.report().failed(figure.name(), failure);
        }
        scene.report().tell(figure.name() + ": took", (System.nanoTime() - begun) / 1e9, "s");
    }
}
