package io.cloacina.soak;

import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.TestRun;
import io.cloacina.testsupport.canary.Canary;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Tests of our own modules, run again and again in a JVM of their own until time is up. None may ever fail. */
final class TestsAgain {

    /** A test that hangs ends by its own time-out before. */
    private static final Duration LONGEST_TEST = Duration.ofMinutes(10);

    private TestsAgain() {}

    /**
     * Runs them and reports how often.
     *
     * @param modules whose {@code target/test-classes} they need, their own first
     * @param tests how their names begin; empty for all
     */
    static void report(String figure, Scene scene, Duration time, List<String> modules, String testClass, String tests)
            throws Exception {
        try (ChildJvm child = ChildJvm.start(
                // Maven runs them in their module's directory, and they read files from there.
                List.of(
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        Canary.watchedInside(scene.newFolder()),
                        "-Dmutations.seed=" + Math.floorMod(scene.seed(), 1_000_000L) * 1_000_000,
                        "-Dcalls.stride=1",
                        "-Duser.dir=" + root().resolve(modules.get(0))),
                classPath(modules),
                TestsAgain.class,
                Long.toString(time.toMillis()),
                testClass,
                tests)) {
            List<Long> counts = Numbers.in(child.awaitLine(line -> line.startsWith("again "), time.plus(LONGEST_TEST)));
            scene.report().atLeast(1, figure + ": rounds", counts.get(0), "times");
            scene.report().atLeast(1, figure + ": tests", counts.get(1), "tests");
            scene.report().atMost(0, figure + ": failures", counts.get(2), "tests");
            if (counts.get(2) > 0) {
                scene.report().explain(figure + ": " + child.errors());
            }
        }
    }

    /** The tests of these modules, before everything else. */
    static String classPath(List<String> modules) {
        return modules.stream()
                        .map(module -> root().resolve(module)
                                .resolve("target/test-classes")
                                .toString())
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + ChildJvm.classPath();
    }

    /** The directory of the root POM, from wherever in the tree Maven was called. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("cloacina-bom").resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("A soak begins in the source tree");
        }
        return folder;
    }

    /** The JVM of the tests. */
    public static void main(String... arguments) throws Exception {
        Clock clock = Clock.of(Duration.ofMillis(Long.parseLong(arguments[0])));
        String tests = String.join(" ", Arrays.asList(arguments).subList(2, arguments.length));
        long rounds = 0;
        long found = 0;
        long failed = 0;
        do {
            TestRun run = TestRun.of(Class.forName(arguments[1]), tests);
            run.failures().forEach(failure -> failure.cause().printStackTrace());
            rounds++;
            found += run.tests();
            failed += run.failures().size();
        } while (!clock.isOver());
        System.out.println("again " + rounds + " " + found + " " + failed);
        System.exit(0);
    }
}
