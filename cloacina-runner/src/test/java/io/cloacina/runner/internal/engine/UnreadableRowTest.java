package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloacina.contract.forwarding.ForwardingQueries;
import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.TaskRecord;
import io.cloacina.runner.StartOptions;
import io.cloacina.runner.internal.api.Explanations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One execution with a row that cannot be read: it is left alone, and nothing else waits for it or fails by it. */
@Timeout(60)
class UnreadableRowTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Set<ExecutionId> illegible = new HashSet<>();
    private final AtomicBoolean cutOff = new AtomicBoolean();
    private final LoopBench bench = new LoopBench(
            point -> {
                if (point.equals(InMemoryStore.BEFORE_COMMIT) && cutOff.getAndSet(false)) {
                    throw new StoreException.OutcomeUnknown("cut off before the commit", null);
                }
            },
            store -> new Illegible(store, illegible));

    @Test
    void a_group_is_committed_without_what_concerns_it() {
        List<ExecutionId> executions = submit(3);
        illegible.add(executions.get(1));
        List<CompletableFuture<Cancellation.Verdict>> answers = cancel(executions);

        write();

        assertThat(answers.get(0)).isCompletedWithValue(Cancellation.Verdict.ACCEPTED);
        assertThatThrownBy(answers.get(1)::get).hasCauseInstanceOf(StoreException.Unreadable.class);
        assertThat(answers.get(2)).isCompletedWithValue(Cancellation.Verdict.ACCEPTED);
        assertThat(bench.halts).isEmpty();
        assertThat(executions).filteredOn(bench.engine::isSetAside).containsExactly(executions.get(1));
    }

    @Test
    void a_commit_that_was_cut_off_is_found_out_about_by_what_can_be_read() {
        List<ExecutionId> executions = submit(2);
        List<CompletableFuture<Cancellation.Verdict>> answers = cancel(executions);
        cutOff.set(true);
        bench.loop.step();
        illegible.add(executions.get(0));

        write();

        assertThatThrownBy(answers.get(0)::get).hasCauseInstanceOf(StoreException.Unreadable.class);
        assertThat(answers.get(1)).isCompletedWithValue(Cancellation.Verdict.ACCEPTED);
    }

    @Test
    void a_commit_that_was_cut_off_stays_unknown_when_nothing_of_it_can_be_read_and_the_loop_goes_on() {
        List<ExecutionId> executions = submit(2);
        CompletableFuture<Cancellation.Verdict> answer =
                cancel(List.of(executions.get(0))).get(0);
        cutOff.set(true);
        bench.loop.step();
        illegible.add(executions.get(0));
        CompletableFuture<Cancellation.Verdict> next =
                cancel(List.of(executions.get(1))).get(0);

        write();

        assertThatThrownBy(answer::get).hasCauseInstanceOf(StoreException.OutcomeUnknown.class);
        assertThat(next).isCompletedWithValue(Cancellation.Verdict.ACCEPTED);
    }

    @Test
    void heartbeats_of_the_others_go_on() {
        List<Claim> claims = claim(2);
        claims.forEach(claim -> bench.engine.held().add(new HeldTask(claim, LEASE.toNanos() / 2)));
        illegible.add(executionOf(claims.get(0)));

        new Heartbeats("bench", bench.engine.store(), bench.engine.held(), bench.time, LEASE).beat();

        bench.engine.held().giveUpUnsafe(LEASE.toNanos() / 2);
        assertThat(bench.engine.held().all()).extracting(HeldTask::claim).containsExactly(claims.get(1));
    }

    @Test
    void a_task_whose_input_cannot_be_read_fails_and_those_claimed_with_it_run() {
        List<Claim> claims = claim(2);
        illegible.add(executionOf(claims.get(0)));

        bench.bodies(bench.engine.store().queries()).start(claims, Long.MAX_VALUE);

        assertThat(endsOf(claims)).containsExactlyInAnyOrder(EventKind.TASK_FAILED, EventKind.TASK_COMPLETED);
        assertThat(bench.engine.isSetAside(executionOf(claims.get(0)))).isTrue();
    }

    @Test
    void a_claim_is_taken_back_behind_more_that_cannot_be_read_than_one_look_brings() {
        claim(Sweeper.PAGE + 2);
        bench.time.advance(LEASE.plusSeconds(1));
        List<ExecutionId> expired = bench.engine.store().queries().expiredClaims(2 * Sweeper.PAGE).stream()
                .map(claim -> claim.ref().task().execution())
                .toList();
        setAside(expired.subList(0, Sweeper.PAGE + 1));
        List<Request> handedIn = new ArrayList<>();

        new Sweeper(bench.engine, handedIn::add).sweep();

        assertThat(handedIn)
                .extracting(request -> ((TaskEnd) request).claim().task().execution())
                .containsExactly(expired.get(Sweeper.PAGE + 1));
    }

    @Test
    void an_overdue_execution_ends_behind_more_that_cannot_be_read_than_one_look_brings() {
        submit(Sweeper.PAGE + 1, StartOptions.none().timeout(LEASE));
        bench.time.advance(LEASE.plusSeconds(1));
        List<ExecutionId> overdue = bench.engine.store().queries().overdueExecutions(2 * Sweeper.PAGE);
        setAside(overdue.subList(0, Sweeper.PAGE));
        List<Request> handedIn = new ArrayList<>();

        new Sweeper(bench.engine, handedIn::add).sweep();

        assertThat(handedIn)
                .extracting(request -> ((Cancellation) request).execution())
                .containsExactly(overdue.get(Sweeper.PAGE));
    }

    @Test
    void why_the_tasks_cannot_be_read_is_told_before_the_execution_is_parked() {
        ExecutionId execution = submit(1).get(0);
        ExecutionStore torn = new ForwardingStore(bench.engine.store()) {
            @Override
            public ExecutionQueries queries() {
                return new ForwardingQueries(super.queries()) {
                    @Override
                    public List<TaskRecord> tasks(ExecutionId id) {
                        throw new StoreException.Unreadable(id, "a task is DANCING", null);
                    }
                };
            }
        };

        assertThat(new Explanations(torn, bench.engine.definitions())
                        .of(execution)
                        .parked()
                        .orElseThrow())
                .contains("a task is DANCING");
    }

    private void setAside(List<ExecutionId> executions) {
        executions.forEach(id -> bench.engine.setAside(new StoreException.Unreadable(id, "planted", null)));
    }

    private List<EventKind> endsOf(List<Claim> claims) {
        await().until(() -> bench.inbox.size() == claims.size());
        illegible.clear();
        write();
        ExecutionQueries queries = bench.engine.store().queries();
        return claims.stream()
                .flatMap(claim -> queries.history(executionOf(claim), 0, 100).stream())
                .map(recorded -> recorded.event().kind())
                .filter(kind -> kind == EventKind.TASK_FAILED || kind == EventKind.TASK_COMPLETED)
                .toList();
    }

    private List<ExecutionId> submit(int executions) {
        return submit(executions, StartOptions.none());
    }

    private List<ExecutionId> submit(int executions, StartOptions options) {
        List<ExecutionId> ids = new ArrayList<>();
        for (int i = 0; i < executions; i++) {
            var answer = bench.submit(options);
            bench.loop.step();
            ids.add(answer.join().stored());
        }
        return ids;
    }

    private List<CompletableFuture<Cancellation.Verdict>> cancel(List<ExecutionId> executions) {
        List<CompletableFuture<Cancellation.Verdict>> answers = new ArrayList<>();
        for (ExecutionId execution : executions) {
            CompletableFuture<Cancellation.Verdict> answer = new CompletableFuture<>();
            bench.inbox.add(new Cancellation(execution, Ending.CANCELLED, "wanted", answer, bench.time.nanoTime()));
            answers.add(answer);
        }
        return answers;
    }

    private List<Claim> claim(int executions) {
        submit(executions);
        return bench.claim(executions, LEASE);
    }

    private static ExecutionId executionOf(Claim claim) {
        return claim.ref().task().execution();
    }

    /** More steps than these few requests can need. */
    private void write() {
        for (int step = 0; step < 20; step++) {
            bench.loop.step();
        }
    }
}
