package io.cloacina.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that call at once. */
public final class Callers {

    /** What one of them does. */
    public interface Caller {

        /** Calls, as the one of that number, from 0. */
        void call(int number) throws Exception;
    }

    private Callers() {}

    /** Lets each call on a thread of its own, however few processors there are, and waits for all. */
    public static void call(int threads, Caller caller) throws InterruptedException, ExecutionException {
        List<Callable<Object>> calls = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            calls.add(() -> {
                caller.call(number);
                return number;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Object> done : pool.invokeAll(calls)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
