package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.context.Context;
import io.cloacina.runner.internal.error.ErrorText;
import io.cloacina.testsupport.ChildJvm;
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

/** Payloads that are made to cost much are refused at once, in a process that has little memory. */
class PayloadBombTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Far less than it would take to write one of them out; far more than a busy machine needs. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @Test
    void bombs_are_refused_at_once_and_cost_little_memory() {
        try (ChildJvm child = ChildJvm.start(List.of("-Xmx256m"), Bombs.class)) {
            for (String name : Bombs.all().keySet()) {
                String[] told = child.nextLine(PATIENCE).split(" ");
                assertThat(told[0]).isEqualTo(name.replace(' ', '-'));
                assertThat(told[1]).as(name).isEqualTo("refused");
                assertThat(Duration.ofMillis(Long.parseLong(told[2]))).as(name).isLessThan(AT_ONCE);
            }
            assertThat(child.waitFor(PATIENCE)).as(child.errors()).isZero();
        }
    }

    /** Tries one after the other, each with the garbage of the one before cleared away. */
    static final class Bombs {

        private Bombs() {}

        static Map<String, Supplier<Object>> all() {
            Map<String, Supplier<Object>> bombs = new LinkedHashMap<>();
            bombs.put("a text of a hundred megabytes", () -> Context.of("k", "x".repeat(100 << 20)));
            bombs.put("a key of ten megabytes", () -> Context.of("k".repeat(10 << 20), 1));
            bombs.put("a hundred thousand levels", () -> Context.of("k", nested(100_000)));
            bombs.put("a list that contains itself", () -> Context.of("k", endless()));
            bombs.put("ten million elements of one list", () -> Context.of("k", Collections.nCopies(10_000_000, 7)));
            bombs.put("a number with a monstrous scale", () -> Context.of("k", new BigDecimal("1e1000000000")));
            bombs.put("numbers that a database would write out", () -> Context.of("k", writtenOut()));
            bombs.put(
                    "a number of a million digits",
                    () -> Context.of("k", new BigDecimal(BigInteger.ONE.shiftLeft(3_500_000))));
            bombs.put("doubling", () -> Context.of("k", doubling()));
            return bombs;
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

        public static void main(String[] arguments) {
            all().forEach((name, bomb) -> {
                long begun = System.nanoTime();
                String end = explode(bomb);
                long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                System.out.println(name.replace(' ', '-') + " " + end + " " + millis);
            });
            hugeErrors();
            System.exit(0);
        }

        private static String explode(Supplier<Object> bomb) {
            try {
                bomb.get();
                return "accepted";
            } catch (CloacinaException refused) {
                return refused.getMessage().length() < 1_000 ? "refused" : "refused-at-length";
            }
        }

        private static void hugeErrors() {
            String text = new ErrorText(ErrorTextSettings.DEFAULT).of(new IllegalStateException("x".repeat(50 << 20)));
            assertThat(text).hasSizeLessThan(5_000);
        }
    }
}
