package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.StartOptions;
import io.cloacina.testsupport.CallFault;
import io.cloacina.testsupport.FailingCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whichever call to the driver fails: the first, the second, and so on until an execution comes to its end before that many are
 * made. Each that has an effect fails before it has done what it should, and after. Of those that have none, every fourth of each kind
 * fails, beginning with another one in each life; {@code -Dcalls.stride=} says every how many-th, and with 1, as in a soak, it is each.
 * One runner bears all of it, on pools of one connection, so that a connection that is not given back is missed by the next execution.
 */
abstract class FailingCallChapter extends Chapter {

    /** So many executions in a row that no call failed in: how many calls are made differs a little. */
    private static final int UNHARMED = 3;

    /**
     * What polls beside a life shifts the numbers of its calls, so that all calls of one kind may be passed by: then it is all done once
     * more.
     */
    private static final int PASSES = 3;

    private static final int STRIDE = Integer.getInteger("calls.stride", 4);

    /** What each life makes several calls of, on either database. */
    private static final Set<String> WITH_EFFECT = Set.of(
            "PreparedStatement.executeQuery",
            "PreparedStatement.executeUpdate",
            "Connection.commit",
            "Connection.rollback");

    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "Connection.prepareStatement",
            "Connection.setAutoCommit",
            "ResultSet.next",
            "ResultSet.close",
            "Statement.close");

    /** Long for one execution, and short for a test that waits for one that is stuck. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();

    /** Held while the body of the life that is cancelled runs. */
    private volatile CountDownLatch running = new CountDownLatch(0);

    static Stream<Arguments> lives() {
        return Stream.of(CallScenario.values())
                .flatMap(life -> Stream.of(CallFault.BEFORE, CallFault.AFTER, CallFault.WITHOUT_EFFECT)
                        .map(fault -> Arguments.of(life, fault)));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void whichever_call_fails_the_execution_ends_as_it_should_and_each_body_runs_once(
            CallScenario life, CallFault fault, TestReporter reporter) {
        FailingCalls calls = new FailingCalls(backend().trouble());
        DefaultRunner runner = open(runnerOn(backend().openThrough(calls)).workflows(life.workflow(body(life))));
        List<ExecutionId> ended = new ArrayList<>();
        if (fault == CallFault.WITHOUT_EFFECT) {
            calls.countEvery(STRIDE, life.ordinal() % STRIDE);
        }
        int failed = 0;
        for (int pass = 0; pass < PASSES && !calls.kindsFailed().containsAll(kinds(fault)); pass++) {
            failed += failEach(runner, life, fault, calls, ended);
        }
        assertAllEnded(runner, life, ended);
        runner.close();

        reporter.publishEntry(life + " " + fault, failed + " calls");
        assertThat(calls.kindsFailed()).containsAll(kinds(fault));
        assertThat(calls.openConnections()).as("connections left open").isZero();
    }

    /** The first call, the second, and so on; how many have failed. */
    private int failEach(
            DefaultRunner runner, CallScenario life, CallFault fault, FailingCalls calls, List<ExecutionId> ended) {
        int call = 0;
        for (int unharmed = 0; unharmed < UNHARMED; ) {
            call++;
            calls.arm(call, fault);
            ended.add(live(runner, life, ended.size(), calls));
            unharmed = calls.disarm() ? 0 : unharmed + 1;
        }
        return call - UNHARMED;
    }

    private static Set<String> kinds(CallFault fault) {
        return fault == CallFault.WITHOUT_EFFECT ? WITHOUT_EFFECT : WITH_EFFECT;
    }

    private ExecutionId live(DefaultRunner runner, CallScenario life, int number, FailingCalls calls) {
        running = new CountDownLatch(1);
        StartOptions key = StartOptions.idempotencyKey(Secrets.of(life + " " + number));
        ExecutionHandle handle = healed(calls, () -> runner.start(life.name(), Secrets.context(), key));
        if (life == CallScenario.CANCEL) {
            awaitBody();
            healed(calls, handle::cancel);
        }
        assertThat(healed(calls, () -> handle.result(SOON)).status())
                .as("life %d", number)
                .isEqualTo(life.end());
        return handle.id();
    }

    private void awaitBody() {
        try {
            assertThat(running.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A caller who is told that the store is in trouble asks again, once the trouble is over. */
    private static <T> T healed(FailingCalls calls, Supplier<T> ask) {
        try {
            return ask.get();
        } catch (StoreException trouble) {
            assertThat(trouble).isNotInstanceOf(StoreException.Unusable.class);
            assertThat(calls.disarm()).as("only a call that failed is trouble").isTrue();
            return ask.get();
        }
    }

    private TaskBody body(CallScenario life) {
        return context -> {
            runs.merge(context.executionKey(), 1, Integer::sum);
            if (life == CallScenario.CANCEL) {
                running.countDown();
                awaitCancel(context);
            } else {
                context.put(context.task(), context.attempt());
            }
        };
    }

    private static void awaitCancel(TaskContext context) throws InterruptedException {
        new CountDownLatch(context.isCancelled() ? 0 : 1).await();
    }

    private void assertAllEnded(DefaultRunner runner, CallScenario life, List<ExecutionId> ended) {
        assertThat(ended).doesNotHaveDuplicates();
        assertThat(Rows.of(backend(), "select status, count(*) from workflow_executions group by status"))
                .containsExactly(life.end() + " " + ended.size());
        assertThat(runs).hasSize(ended.size() * life.runs().size());
        runs.forEach((key, count) ->
                assertThat(count).as(key).isEqualTo(life.runs().get(key.substring(key.indexOf('/') + 1))));
        assertNoLeaseExpired(runner, ended);
    }
}
