package io.cloacina.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the same thing on many threads, all let go at once. */
final class Race {

    private Race() {}

    /**
     * Waits for all threads; the first one that failed fails the race.
     *
     * @param runner what each thread does, by its number from 0
     * @return what the threads returned, by number
     */
    static <T> List<T> of(int threads, IntFunction<T> runner) {
        CyclicBarrier line = new CyclicBarrier(threads);
        List<Callable<T>> runners = new ArrayList<>();
        for (int number = 0; number < threads; number++) {
            int own = number;
            runners.add(() -> {
                line.await();
                return runner.apply(own);
            });
        }
        return run(runners);
    }

    private static <T> List<T> run(List<Callable<T>> runners) {
        ExecutorService threads = Executors.newFixedThreadPool(runners.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(runners)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw new AssertionError("a racing thread failed: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was stopped before its end", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }
}
