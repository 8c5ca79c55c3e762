package io.cloacina.runner.planted;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts threads through a pool. */
public final class RunnerThatStartsPools {
    final ExecutorService pool = Executors.newCachedThreadPool();
}
