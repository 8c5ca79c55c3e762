package io.cloacina.runner.internal.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidV7SourceTest {

    private static final long NOON = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();

    @Test
    void an_id_carries_version_variant_and_the_milliseconds() {
        UUID id = new UuidV7Source(at(new AtomicLong(NOON))).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void each_id_is_larger_whatever_the_clock_does(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AtomicLong clock = new AtomicLong(NOON);
        UuidV7Source source = new UuidV7Source(at(clock), random.split());

        ExecutionId last = new ExecutionId(source.next());
        for (int i = 0; i < 20_000; i++) {
            clock.addAndGet(clockStep(random));
            ExecutionId next = new ExecutionId(source.next());
            assertThat(next).isGreaterThan(last);
            assertThat(next.value().version()).isEqualTo(7);
            assertThat(next.value().variant()).isEqualTo(2);
            last = next;
        }
    }

    /** Mostly still, at times a millisecond on, rarely a leap to either side. */
    private static long clockStep(SplittableRandom random) {
        return switch (random.nextInt(20)) {
            case 0 -> 1;
            case 1 -> random.nextLong(-100_000, 100_000);
            default -> 0;
        };
    }

    @Test
    void when_the_random_bits_overflow_the_next_millisecond_is_taken() {
        AtomicLong clock = new AtomicLong(NOON);
        UuidV7Source source = new UuidV7Source(at(clock), allOnes());

        UUID last = source.next();
        UUID next = source.next();

        assertThat(last.getMostSignificantBits() >>> 16).isEqualTo(NOON);
        assertThat(next.getMostSignificantBits() >>> 16).isEqualTo(NOON + 1);
        assertThat(new ExecutionId(next)).isGreaterThan(new ExecutionId(last));
    }

    @Test
    void a_clock_before_1970_counts_as_1970() {
        UUID id = new UuidV7Source(at(new AtomicLong(-5_000))).next();

        assertThat(id.getMostSignificantBits() >>> 16).isZero();
        assertThat(id.version()).isEqualTo(7);
    }

    @Test
    void many_threads_get_distinct_ids_and_each_sees_its_own_grow() throws Exception {
        UuidV7Source source = new UuidV7Source(new SystemTimeSource());
        Set<ExecutionId> all = new HashSet<>();
        for (List<ExecutionId> ids : inThreads(8, () -> draw(source, 20_000))) {
            assertThat(ids).isSorted();
            all.addAll(ids);
        }
        assertThat(all).hasSize(160_000);
    }

    @Test
    void sources_with_the_same_clock_do_not_collide() {
        AtomicLong clock = new AtomicLong(NOON);
        Set<UUID> all = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            all.add(new UuidV7Source(at(clock)).next());
        }
        assertThat(all).hasSize(20_000);
    }

    private static List<ExecutionId> draw(UuidV7Source source, int count) {
        List<ExecutionId> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(new ExecutionId(source.next()));
        }
        return ids;
    }

    private static <T> List<T> inThreads(int threads, Callable<T> work)
            throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(Collections.nCopies(threads, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static InstantSource at(AtomicLong millis) {
        return () -> Instant.ofEpochMilli(millis.get());
    }

    private static RandomGenerator allOnes() {
        return () -> -1L;
    }
}
