package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.ContextClosedException;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.TaskResult;
import io.cloacina.testsupport.ChildJvm;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Bodies as bad as they may be. Each harms its own task and nothing else, and its slot is free when its thread has ended. */
abstract class UserCodeChapter extends Chapter {

    private static final String BAD = "bad";
    private static final String GOOD = "good";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final AtomicReference<DefaultRunner> itself = new AtomicReference<>();

    private static Workflow bad(TaskBody body, Duration timeout) {
        return Workflow.named(BAD)
                .task("only", body, root().retry(RetryPolicy.none()).timeout(timeout))
                .build();
    }

    private Workflow good() {
        return Workflow.named(GOOD).task("only", journal()::ran).build();
    }

    private DefaultRunner open(TaskBody body, Duration timeout) {
        itself.set(open(runner().maxConcurrentTasks(2).workflows(bad(body, timeout), good())));
        return itself.get();
    }

    /** More than there are slots: each must have become free. */
    private static void assertSlotsAreFree(DefaultRunner runner) {
        assertThat(runner.startAll(GOOD, Collections.nCopies(5, Context.empty())))
                .allSatisfy(Chapter::assertCompleted);
    }

    private static TaskResult failed(ExecutionHandle handle) {
        ExecutionResult result = handle.result(PATIENCE);
        assertThat(result.status()).as(result.toString()).isEqualTo(ExecutionStatus.FAILED);
        return result.tasks().get(0);
    }

    @Test
    void whatever_a_body_throws_is_its_tasks_failure_and_nobody_elses() {
        Map<String, TaskBody> bodies = HostileThrowables.byReason();
        DefaultRunner runner = open(
                context -> Objects.requireNonNull(bodies.get(context.require("case", String.class)))
                        .run(context),
                Duration.ofMinutes(1));
        Map<String, ExecutionHandle> handles = new LinkedHashMap<>();
        bodies.keySet().forEach(reason -> handles.put(reason, runner.start(BAD, Context.of("case", reason))));

        handles.forEach((reason, handle) -> {
            TaskResult result = failed(handle);
            assertThat(result.reason().orElseThrow()).startsWith(reason).hasSizeLessThan(5_000);
            assertThat(result.attempts()).isEqualTo(1);
        });
        assertSlotsAreFree(runner);
    }

    @Test
    void an_error_that_takes_for_ever_to_say_what_it_is_ends_with_its_time_out() {
        DefaultRunner runner = open(
                context -> {
                    throw new HostileThrowables.Endless();
                },
                SOON);

        assertThat(failed(runner.start(BAD, Context.empty())).reason().orElseThrow())
                .startsWith("io.cloacina.domain.task.TaskTimeoutException");
        assertSlotsAreFree(runner);
    }

    @Test
    void a_body_that_ignores_interrupts_fails_at_its_time_out_and_keeps_its_slot_until_it_ends() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        DefaultRunner runner = open(context -> HostileThrowables.ignoreInterrupts(enough), SOON);
        List<ExecutionHandle> both = runner.startAll(BAD, Collections.nCopies(2, Context.empty()));
        assertThat(both)
                .allSatisfy(handle -> assertThat(failed(handle).reason().orElseThrow())
                        .startsWith("io.cloacina.domain.task.TaskTimeoutException"));

        ExecutionHandle waiting = runner.start(GOOD, Context.empty());
        assertThat(waiting.completion()).isNotDone();
        assertThat(journal().runs()).isEmpty();
        enough.countDown();
        assertCompleted(waiting);
        assertSlotsAreFree(runner);
    }

    @Test
    void a_process_whose_body_never_ends_closes_its_runner_in_bounded_time_and_can_exit() {
        try (ChildJvm child = ChildJvm.start(Stubborn.class, backend().url())) {
            String told = child.awaitLine(line -> line.startsWith("closed after "), PATIENCE);
            assertThat(Long.parseLong(told.substring("closed after ".length()))).isLessThan(8_000);
            assertThat(child.waitFor(Duration.ofSeconds(10))).as(child.errors()).isZero();
        }
        DefaultRunner next = open(context -> {}, SOON);
        assertThat(next.list(new ExecutionFilter(BAD, Set.of(), null, 10)))
                .singleElement()
                .satisfies(each -> assertCompleted(next.handleOf(each.id()).orElseThrow()));
    }

    /** A process that ends over a body which does not. */
    static final class Stubborn {

        private Stubborn() {}

        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            DefaultRunner runner = DefaultRunner.builder()
                    .url(arguments[0])
                    .settings(Leases.SHORT::in)
                    .workflows(bad(
                            context -> {
                                begun.countDown();
                                HostileThrowables.ignoreInterrupts(new CountDownLatch(1));
                            },
                            Duration.ofHours(1)))
                    .open();
            runner.start(BAD, Context.empty());
            begun.await();
            long before = System.nanoTime();
            runner.close();
            System.out.println("closed after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before));
        }
    }

    @Test
    void connections_that_bodies_leak_are_their_own_and_the_runner_goes_on() throws Exception {
        Queue<Connection> leaked = new ConcurrentLinkedQueue<>();
        DefaultRunner runner = open(
                context -> {
                    Connection connection = backend().connect();
                    leaked.add(connection);
                    connection.setAutoCommit(false);
                    connection.createStatement().executeQuery("select count(*) from workflow_executions");
                },
                Duration.ofMinutes(1));

        assertThat(runner.startAll(BAD, Collections.nCopies(15, Context.empty())))
                .allSatisfy(Chapter::assertCompleted);
        assertSlotsAreFree(runner);
        for (Connection each : leaked) {
            each.close();
        }
    }

    @Test
    void what_a_thread_writes_that_a_body_left_behind_is_refused_and_not_stored() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        DefaultRunner runner = open(
                context -> {
                    context.put("in time", true);
                    new Thread(() -> writeLate(context, ended, refused)).start();
                },
                Duration.ofMinutes(1));

        ExecutionHandle handle = runner.start(BAD, Context.empty());
        assertCompleted(handle);
        ended.countDown();
        assertThat(refused.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(handle.result().context()).isEqualTo(Context.of("in time", true));
    }

    private static void writeLate(TaskContext context, CountDownLatch ended, CountDownLatch refused) {
        try {
            ended.await();
            context.put("too late", true);
        } catch (ContextClosedException expected) {
            refused.countDown();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_body_may_use_its_own_runner_and_cancel_itself() {
        DefaultRunner runner = open(
                context -> {
                    DefaultRunner own = itself.get();
                    assertThat(own.execute(GOOD, Context.empty()).status()).isEqualTo(ExecutionStatus.COMPLETED);
                    own.start(GOOD, Context.empty());
                    assertThat(own.find(context.executionId())).isPresent();
                    assertThat(own.explain(context.executionId()).toString()).isNotEmpty();
                    assertThat(own.cancel(context.executionId())).isTrue();
                    new CountDownLatch(1).await(); // until the cancel interrupts it
                },
                Duration.ofMinutes(1));

        assertThat(runner.execute(BAD, Context.empty()).status()).isEqualTo(ExecutionStatus.CANCELLED);
        assertSlotsAreFree(runner);
    }

    /** When one of them is out of time, its slot is free for what the other one waits for. */
    @Test
    void bodies_that_wait_for_others_in_all_slots_wait_until_one_is_out_of_time() {
        CountDownLatch inAllSlots = new CountDownLatch(2);
        DefaultRunner runner = open(
                context -> {
                    inAllSlots.countDown();
                    inAllSlots.await();
                    itself.get().execute(GOOD, Context.empty());
                },
                Duration.ofSeconds(3)); // longer than one begins after the other
        List<ExecutionHandle> both = runner.startAll(BAD, Collections.nCopies(2, Context.empty()));

        assertThat(both)
                .extracting(handle -> handle.result(PATIENCE))
                .filteredOn(result -> result.status() == ExecutionStatus.FAILED)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.tasks().get(0).reason().orElseThrow())
                        .startsWith("io.cloacina.domain.task.TaskTimeoutException"));
        assertSlotsAreFree(runner);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(journal().runs())
                        .as("with what they had started")
                        .hasSize(2 + 5));
    }

    @Test
    void a_runner_that_is_closed_by_one_of_its_bodies_ends_and_another_one_runs_the_body_again() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        itself.set(open(runner().settings(Leases.SHORT::in)
                .workflows(bad(
                        context -> {
                            itself.get().close();
                            closed.countDown();
                        },
                        Duration.ofMinutes(1)))));
        ExecutionHandle handle = itself.get().start(BAD, Context.empty());
        assertThat(closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> itself.get().start(BAD, Context.empty()))
                .isInstanceOf(RunnerException.RunnerClosed.class);

        DefaultRunner next = open(context -> journal().ran(context), Duration.ofMinutes(1));
        assertCompleted(next.handleOf(handle.id()).orElseThrow());
    }

    @Test
    void a_body_that_interrupts_its_own_thread_ends_as_it_says_and_the_next_one_is_not_interrupted() {
        List<Boolean> found = Collections.synchronizedList(new ArrayList<>());
        DefaultRunner runner = open(
                context -> {
                    found.add(Thread.currentThread().isInterrupted());
                    Thread.currentThread().interrupt();
                },
                Duration.ofMinutes(1));

        assertThat(runner.startAll(BAD, Collections.nCopies(20, Context.empty())))
                .allSatisfy(Chapter::assertCompleted);
        assertThat(found).hasSize(20).containsOnly(false);
    }
}
