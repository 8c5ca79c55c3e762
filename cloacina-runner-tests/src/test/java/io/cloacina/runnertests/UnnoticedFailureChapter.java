package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.StartOptions;
import io.cloacina.testsupport.CallFault;
import io.cloacina.testsupport.FailingCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A commit stores nothing and does not say so: the first, the second, and so on until an execution comes to its end before that many
 * are made. Nobody can see it at once. What it ended is found by its lease and runs again, what it claimed is claimed again. A
 * start or a cancel that was acknowledged so is not there, and only its caller can know; asked for again, it is done.
 */
abstract class UnnoticedFailureChapter extends Chapter {

    /** So many executions in a row during which no commit was undone: how many are made differs a little. */
    private static final int UNHARMED = 3;

    /** What ends a claim, so that the task runs again if it was undone. */
    private static final Set<EventKind> ENDS =
            Set.of(EventKind.TASK_COMPLETED, EventKind.TASK_FAILED, EventKind.TASK_RETRY_SCHEDULED);

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> undone = new ConcurrentLinkedQueue<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @EnumSource
    void a_commit_that_stores_nothing_and_does_not_say_so_costs_a_lease_or_what_was_asked_and_no_more(
            CallScenario life) {
        FailingCalls calls = new FailingCalls(backend().trouble());
        calls.beforeUndoing(connection -> undone.addAll(uncommitted(connection)));
        DefaultRunner runner = open(runnerOn(backend().openThrough(calls))
                .settings(Leases.SHORT::in)
                .workflows(life.workflow(body(life))));
        List<ExecutionId> acknowledged = whileCommitsAreUndone(life, runner, calls);
        List<ExecutionId> lost =
                acknowledged.stream().filter(id -> runner.find(id).isEmpty()).toList();
        assertThat(lost).isNotEmpty().allMatch(id -> isUndone(id, EventKind.EXECUTION_SUBMITTED));
        List<ExecutionId> kept =
                acknowledged.stream().filter(id -> !lost.contains(id)).toList();
        assertThat(kept).noneMatch(id -> isUndone(id, EventKind.EXECUTION_SUBMITTED));
        lost.forEach(id -> live(life, start(runner, life, acknowledged.indexOf(id)), runner, calls));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                Rows.of(backend(), "select status, count(*) from workflow_executions group by status"))
                        .containsExactly(life.end() + " " + acknowledged.size()));
        // a body whose claim was undone may still be about to begin
        await().atMost(PATIENCE).untilAsserted(() -> {
            lost.forEach(id -> assertThat((long) runs.getOrDefault(key(id), 0))
                    .isLessThanOrEqualTo(undone(id, EventKind.TASK_CLAIMED)));
            kept.forEach(id -> assertRuns(life, id, history(runner, id)));
        });
    }

    private List<ExecutionId> whileCommitsAreUndone(CallScenario life, DefaultRunner runner, FailingCalls calls) {
        List<ExecutionId> acknowledged = new ArrayList<>();
        int commit = 1;
        for (int unharmed = 0; unharmed < UNHARMED; ) {
            calls.arm(commit, CallFault.UNDONE);
            ExecutionHandle handle = start(runner, life, acknowledged.size());
            acknowledged.add(handle.id());
            live(life, handle, runner, calls);
            unharmed = calls.disarm() ? 0 : unharmed + 1;
            // the first is the start's own, if no other one came before it
            if (commit > 1 || isUndone(handle.id(), EventKind.EXECUTION_SUBMITTED)) {
                commit++;
            }
        }
        return acknowledged;
    }

    /** Until it has ended or a commit was undone. */
    private void live(CallScenario life, ExecutionHandle handle, DefaultRunner runner, FailingCalls calls) {
        ExecutionId id = handle.id();
        if (life == CallScenario.CANCEL) {
            await().atMost(PATIENCE)
                    .until(() -> isUndone(id, EventKind.EXECUTION_SUBMITTED) || running.contains(key(id)));
            cancel(handle);
        }
        await().atMost(PATIENCE).until(() -> calls.hasFailed() || hasEnded(runner, id));
    }

    private void cancel(ExecutionHandle handle) {
        if (!isUndone(handle.id(), EventKind.EXECUTION_SUBMITTED)) {
            assertThat(handle.cancel()).isTrue();
            if (isUndone(handle.id(), EventKind.EXECUTION_CANCEL_REQUESTED)) {
                assertThat(handle.cancel()).as("nobody has stored that").isTrue();
            }
        }
    }

    /**
     * Each claim runs its body once at most, whether it was undone or not; only who was told in time that it is lost does not begin. A
     * task is claimed again only when its claim was lost.
     */
    private void assertRuns(CallScenario life, ExecutionId id, List<ExecutionEvent> history) {
        long claims = count(history, EventKind.TASK_CLAIMED);
        long expired = count(history, EventKind.TASK_LEASE_EXPIRED);
        int needed = life.runs().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(runs.get(key(id)).longValue())
                .as("%s: %s", id, history)
                .isBetween(claims - expired, claims + undone(id, EventKind.TASK_CLAIMED));
        assertThat(expired)
                .isGreaterThanOrEqualTo(
                        ENDS.stream().mapToLong(kind -> undone(id, kind)).sum());
        if (life == CallScenario.CANCEL) {
            // whoever was interrupted by a cancel that is not there tries again, unless the next cancel comes first
            assertThat(claims).isBetween(1L, 1 + expired + undone(id, EventKind.EXECUTION_CANCEL_REQUESTED));
        } else {
            assertThat(claims).as("%s: %s", id, history).isEqualTo(needed + expired);
        }
    }

    private static long count(List<ExecutionEvent> history, EventKind kind) {
        return history.stream().filter(event -> event.kind() == kind).count();
    }

    private static ExecutionHandle start(DefaultRunner runner, CallScenario life, int number) {
        return runner.start(life.name(), Secrets.context(), StartOptions.idempotencyKey(Secrets.of("no. " + number)));
    }

    private static boolean hasEnded(DefaultRunner runner, ExecutionId id) {
        return runner.find(id).filter(found -> found.status().isTerminal()).isPresent();
    }

    private TaskBody body(CallScenario life) {
        return context -> {
            String execution = context.executionKey()
                    .substring(0, context.executionKey().indexOf('/'))
                    .replace("-", "");
            runs.merge(execution, 1, Integer::sum);
            running.add(execution);
            if (life == CallScenario.CANCEL) {
                awaitCancel(context);
            } else {
                context.put(context.task(), context.attempt());
            }
        };
    }

    private static void awaitCancel(TaskContext context) throws InterruptedException {
        new CountDownLatch(context.isCancelled() ? 0 : 1).await();
    }

    /** The history that this transaction has written. */
    private List<String> uncommitted(Connection connection) throws SQLException {
        String history = "select kind, execution_id, sequence from ";
        List<String> seen = Rows.of(connection, history + backend().table("execution_events"));
        seen.removeAll(Rows.of(backend(), history + "execution_events"));
        return seen.stream().map(event -> event.replace("-", "")).toList();
    }

    private long undone(ExecutionId id, EventKind kind) {
        return undone.stream()
                .filter(event -> event.startsWith(kind + " " + key(id)))
                .count();
    }

    private boolean isUndone(ExecutionId id, EventKind kind) {
        return undone(id, kind) > 0;
    }

    private static String key(ExecutionId id) {
        return id.toString().replace("-", "");
    }
}
