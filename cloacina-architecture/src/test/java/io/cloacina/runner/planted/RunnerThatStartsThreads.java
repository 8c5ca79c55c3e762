package io.cloacina.runner.planted;

/** Starts a thread of its own. */
public final class RunnerThatStartsThreads {
    final Thread thread = new Thread(() -> {});
}
