package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.context.Context;
import io.cloacina.runner.internal.error.ErrorText;
import io.cloacina.testsupport.ChildJvm;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Payloads that are made to cost much are refused at once, in a process that has hardly more memory than they take themselves. */
class PayloadBombTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Milliseconds of its thread, of which an idle machine needs far less than a second. */
    private static final long FIVE_SECONDS = 5_000;

    @Test
    void each_bomb_is_refused_in_five_seconds_of_processor_time_with_64_mebibytes_besides_its_own() {
        try (ChildJvm child = ChildJvm.start(List.of("-Xmx256m"), Bombs.class)) {
            for (String name : Bombs.all().keySet()) {
                String[] told = child.nextLine(PATIENCE).split(" ");
                assertThat(told[0]).isEqualTo(name.replace(' ', '-'));
                assertThat(told[1]).as(name).isIn(Bombs.REFUSED, Bombs.CUT_SHORT);
                assertThat(Long.parseLong(told[2])).as("milliseconds: " + name).isLessThan(FIVE_SECONDS);
            }
            assertThat(child.waitFor(PATIENCE)).as(child.errors()).isZero();
        }
    }

    /** Tries one after the other, in a heap that is filled up to the 64 MiB that refusing it may take. */
    static final class Bombs {

        static final String REFUSED = "refused";
        static final String CUT_SHORT = "cut-short";

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        private static final int MIB = 1 << 20;
        private static final int LEFT = 64;

        private Bombs() {}

        static Map<String, Supplier<Supplier<String>>> all() {
            Map<String, Supplier<Supplier<String>>> bombs = new LinkedHashMap<>();
            bombs.put("a text of a hundred megabytes", () -> of("k", "x".repeat(100 << 20)));
            bombs.put("a key of ten megabytes", () -> of("k".repeat(10 << 20), 1));
            bombs.put("a hundred thousand levels", () -> of("k", nested(100_000)));
            bombs.put("a list that contains itself", () -> of("k", endless()));
            bombs.put("ten million elements of one list", () -> of("k", Collections.nCopies(10_000_000, 7)));
            bombs.put("a number with a monstrous scale", () -> of("k", new BigDecimal("1e1000000000")));
            bombs.put("numbers that a database would write out", () -> of("k", writtenOut()));
            bombs.put(
                    "a number of a million digits", () -> of("k", new BigDecimal(BigInteger.ONE.shiftLeft(3_500_000))));
            bombs.put("doubling", () -> of("k", doubling()));
            bombs.put("an error text of fifty megabytes", () -> error("x".repeat(50 << 20)));
            return bombs;
        }

        private static Supplier<String> of(String key, Object value) {
            return () -> {
                try {
                    Context accepted = Context.of(key, value);
                    return "accepted:" + accepted.keys();
                } catch (CloacinaException refused) {
                    return refused.getMessage().length() < 1_000 ? REFUSED : "refused-at-length";
                }
            };
        }

        /** What has happened cannot be refused. */
        private static Supplier<String> error(String message) {
            IllegalStateException failure = new IllegalStateException(message);
            return () -> new ErrorText(ErrorTextSettings.DEFAULT).of(failure).length() < 5_000 ? CUT_SHORT : "kept";
        }

        private static Object nested(int levels) {
            Object value = 1;
            for (int level = 0; level < levels; level++) {
                value = List.of(value);
            }
            return value;
        }

        private static Object endless() {
            List<Object> list = new ArrayList<>();
            list.add(list);
            return list;
        }

        /** 16 KiB of text, 131 MB in jsonb. */
        private static Object writtenOut() {
            return Collections.nCopies(1_000, new BigDecimal("1e131071"));
        }

        /** Thirty small lists, a thousand million elements. */
        private static Object doubling() {
            Object value = "x";
            for (int level = 0; level < 30; level++) {
                value = List.of(value, value);
            }
            return value;
        }

        /** All that the heap has room for, but for what is left to whoever refuses. */
        private static byte[][] ballast() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
            return new byte[Math.max(0, (int) (free / MIB) - LEFT)][MIB];
        }

        public static void main(String[] arguments) {
            all().forEach((name, bomb) -> {
                Supplier<String> ready = bomb.get();
                byte[][] ballast = ballast();
                long begun = THREADS.getCurrentThreadCpuTime();
                String end = ready.get();
                long nanos = THREADS.getCurrentThreadCpuTime() - begun;
                Reference.reachabilityFence(ballast);
                System.out.println(name.replace(' ', '-') + " " + end + " " + nanos / 1_000_000);
            });
            System.exit(0);
        }
    }
}
