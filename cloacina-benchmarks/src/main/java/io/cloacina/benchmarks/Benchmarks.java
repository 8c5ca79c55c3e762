package io.cloacina.benchmarks;

import io.cloacina.testsupport.ChildJvm;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The command: measures in a JVM of its own, with the compilers and the collector that it chooses, and passes on what it
 * says. The JVM of the command itself is Maven's, which has other options, and a heap that holds the build.
 */
public final class Benchmarks {

    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);
    private static final Duration GOODBYE = Duration.ofMinutes(1);

    private Benchmarks() {}

    public static void main(String... arguments) {
        measure(System.out::println, arguments);
    }

    /** Hands on each line as soon as it is said. */
    static void measure(Consumer<String> listener, String... arguments) {
        Options.parse(arguments); // bad ones are refused here, before anything begins
        try (ChildJvm jvm = ChildJvm.start(OtherProcess.AS_A_USER_STARTS_IT, Measurement.class, arguments)) {
            for (Optional<String> line = next(jvm); line.isPresent(); line = next(jvm)) {
                listener.accept(line.get());
            }
            System.err.print(jvm.errors());
            if (jvm.waitFor(GOODBYE) != 0) {
                throw new IllegalStateException("the measurement broke off, see above");
            }
        }
    }

    private static Optional<String> next(ChildJvm jvm) {
        return jvm.nextLineUnlessEnded(LONGEST_SILENCE);
    }
}
