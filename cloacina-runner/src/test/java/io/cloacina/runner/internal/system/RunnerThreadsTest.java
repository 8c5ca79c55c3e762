package io.cloacina.runner.internal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunnerThreadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunnerThreads threads = new RunnerThreads("shop");
    private final TaskThreads tasks = threads.tasks();

    @AfterEach
    void no_thread_is_left() throws InterruptedException {
        assertThat(tasks.close(PATIENCE)).isTrue();
        await().until(() -> namesOfLiveThreads().stream().noneMatch(name -> name.startsWith("shop-")));
    }

    @Test
    void a_loop_runs_on_a_platform_daemon_named_for_runner_and_role() throws Exception {
        CompletableFuture<Thread> seen = new CompletableFuture<>();
        threads.start("writer", () -> seen.complete(Thread.currentThread()));

        Thread loop = get(seen);
        assertThat(loop.getName()).isEqualTo("shop-writer");
        assertThat(loop.isDaemon()).isTrue();
        assertThat(isVirtual(loop)).isFalse();
    }

    @Test
    void a_body_runs_on_a_daemon_named_for_execution_and_task() throws Exception {
        CompletableFuture<String> name = new CompletableFuture<>();
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        tasks.start("0193", "charge", () -> {
            name.complete(Thread.currentThread().getName());
            thread.complete(Thread.currentThread());
        });

        assertThat(get(name)).isEqualTo("shop-task-0193/charge");
        assertThat(get(thread).isDaemon()).isTrue();
        assertThat(isVirtual(get(thread)))
                .as("virtual exactly where the JVM has them")
                .isEqualTo(Runtime.version().feature() >= 21);
    }

    @Test
    void threads_get_the_openers_class_loader_whoever_starts_them() throws Exception {
        ClassLoader openers = new ClassLoader(getClass().getClassLoader()) {};
        RunnerThreads opened = withContextLoader(openers, () -> new RunnerThreads("shop"));
        CompletableFuture<ClassLoader> ofLoop = new CompletableFuture<>();
        CompletableFuture<ClassLoader> ofBody = new CompletableFuture<>();

        opened.start("writer", () -> ofLoop.complete(Thread.currentThread().getContextClassLoader()));
        TaskThreads bodies = opened.tasks();
        bodies.start("0193", "a", () -> ofBody.complete(Thread.currentThread().getContextClassLoader()));

        assertThat(get(ofLoop)).isSameAs(openers);
        assertThat(get(ofBody)).isSameAs(openers);
        assertThat(bodies.close(PATIENCE)).isTrue();
    }

    @Test
    void thread_locals_are_not_inherited() throws Exception {
        InheritableThreadLocal<String> secret = new InheritableThreadLocal<>();
        secret.set("of the caller");
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        tasks.start("0193", "a", () -> seen.complete(secret.get() != null));

        assertThat(get(seen)).isFalse();
    }

    @Test
    void bodies_run_at_once_however_many() throws Exception {
        int count = 200;
        CountDownLatch allRunning = new CountDownLatch(count);
        List<CompletableFuture<Boolean>> met = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletableFuture<Boolean> meets = new CompletableFuture<>();
            met.add(meets);
            tasks.start("0193", "t" + i, () -> {
                allRunning.countDown();
                meets.complete(awaited(allRunning));
            });
        }
        for (CompletableFuture<Boolean> meets : met) {
            assertThat(get(meets)).isTrue();
        }
    }

    @Test
    void an_interrupt_reaches_a_waiting_body() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        RunningBody body = tasks.start("0193", "a", () -> {
            begun.countDown();
            interrupted.complete(!awaited(new CountDownLatch(1)));
        });
        assertThat(awaited(begun)).isTrue();
        assertThat(body.isDone()).isFalse();
        body.interrupt();

        assertThat(get(interrupted)).isTrue();
        await().until(body::isDone);
    }

    @Test
    void a_body_interrupted_before_it_begins_finds_the_flag() {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        RunningBody body =
                new RunningBody("x", () -> flag.complete(Thread.currentThread().isInterrupted()));
        body.interrupt();
        body.run();

        assertThat(flag).isCompletedWithValue(true);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_interrupt_never_hits_the_next_body_of_the_same_thread() throws InterruptedException {
        AtomicInteger hit = new AtomicInteger();
        for (int i = 0; i < 2_000; i++) {
            CountDownLatch go = new CountDownLatch(1);
            RunningBody victim = new RunningBody("victim", go::countDown);
            Threads.Loop interrupter = threads.start("interrupter", () -> {
                awaited(go);
                victim.interrupt();
            });
            victim.run();
            new RunningBody("next", () -> hit.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0)).run();
            interrupter.end(PATIENCE);
        }
        assertThat(hit).hasValue(0);
    }

    @Test
    void a_body_that_throws_leaves_a_usable_thread_behind() {
        RunningBody body = new RunningBody("thrower", () -> {
            throw new IllegalStateException("seen by the caller");
        });
        String name = Thread.currentThread().getName();

        assertThatThrownBy(body::run).hasMessage("seen by the caller");
        assertThat(body.isDone()).isTrue();
        assertThat(Thread.currentThread().getName()).isEqualTo(name);
    }

    @Test
    void close_waits_no_longer_than_its_patience_and_takes_no_more_bodies() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        tasks.start("0193", "slow", () -> awaited(release));

        assertThat(tasks.close(Duration.ofMillis(50))).isFalse();
        assertThatThrownBy(() -> tasks.start("0193", "late", () -> {})).isInstanceOf(RejectedExecutionException.class);
        release.countDown();
    }

    private static List<String> namesOfLiveThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
        return Runtime.version().feature() >= 21
                && (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
    }

    private static <T> T withContextLoader(ClassLoader loader, Supplier<T> action) {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            current.setContextClassLoader(before);
        }
    }

    private static <T> T get(CompletableFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** False when interrupted or out of patience. */
    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
