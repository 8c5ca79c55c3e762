package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.CountDown;
import io.cloacina.ports.OpenedTask;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import io.cloacina.ports.TaskSettlement;
import io.cloacina.ports.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** READY: how tasks that wait for others are counted down and decided about. */
abstract class ReadinessRules extends Chapter {

    @Rule("READY-1")
    void a_task_is_opened_by_the_last_of_its_dependencies() {
        TaskRef join = new TaskRef(engine().start(Shapes.join(3)), 3);

        List<List<OpenedTask>> answers = rehearse(transaction -> {
            transaction.lock(List.of(join.execution()));
            return List.of(
                    transaction.countDown(List.of(new CountDown(join, 1, 0))),
                    transaction.countDown(List.of(new CountDown(join, 2, 0))));
        });

        assertThat(answers).containsExactly(List.of(), List.of(new OpenedTask(join, 0)));
    }

    @Rule("READY-1")
    void counts_last_from_transaction_to_transaction() {
        StoredDefinition join = Shapes.join(3);
        ExecutionId id = engine().start(join);
        engine().complete(engine().claim(2, join));

        assertThat(task(id, 3).openDependencies()).isEqualTo(1);
        assertThat(task(id, 3).status()).isEqualTo(TaskStatus.NOT_STARTED);
        engine().complete(engine().claim(2, join));
        assertThat(task(id, 3).openDependencies()).isZero();
        assertThat(task(id, 3).status()).isEqualTo(TaskStatus.READY);
    }

    @Rule("READY-1")
    void thousands_are_counted_down_in_one_call() {
        ExecutionId id = engine().start(Shapes.fan(10_000));
        List<CountDown> countDowns = IntStream.rangeClosed(1, 10_000)
                .mapToObj(ordinal -> new CountDown(new TaskRef(id, ordinal), 1, 0))
                .toList();

        List<OpenedTask> opened = rehearse(transaction -> {
            transaction.lock(List.of(id));
            return transaction.countDown(countDowns);
        });

        assertThat(opened).hasSize(10_000).extracting(OpenedTask::task).doesNotHaveDuplicates();
    }

    @Rule("READY-2")
    void dependencies_that_did_not_complete_add_up() {
        StoredDefinition join = Shapes.join(3);
        ExecutionId id = engine().start(join);
        List<Claim> claims = engine().claim(3, join);
        engine().end(List.of(
                new ClaimEnd(claims.get(0).ref(), ClaimEnd.Kind.FAILED, Duration.ZERO, "it broke"),
                new ClaimEnd(claims.get(1).ref(), ClaimEnd.Kind.COMPLETED, Duration.ZERO, null)));

        assertThat(task(id, 3).unsuccessful()).isEqualTo(1);
        List<OpenedTask> opened = rehearse(transaction -> {
            transaction.lock(List.of(id));
            return transaction.countDown(List.of(new CountDown(new TaskRef(id, 3), 1, 1)));
        });
        assertThat(opened).containsExactly(new OpenedTask(new TaskRef(id, 3), 2));
    }

    @Rule("READY-3")
    void a_task_that_waits_no_longer_is_not_counted_down() {
        StoredDefinition chain = Shapes.chain(2);
        ExecutionId id = engine().start(chain);
        engine().complete(engine().claim(1, chain));
        TaskRef ready = new TaskRef(id, 1);

        List<OpenedTask> opened = rehearse(transaction -> {
            transaction.lock(List.of(id));
            List<OpenedTask> answer = transaction.countDown(List.of(new CountDown(ready, 1, 1)));
            assertThat(transaction.states(List.of(ready)))
                    .containsExactly(new TaskState(ready, TaskStatus.READY, 0, 0, 0));
            return answer;
        });

        assertThat(opened).isEmpty();
    }

    @Rule("READY-4")
    void a_task_made_ready_can_be_claimed_in_the_same_transaction() {
        StoredDefinition chain = Shapes.chain(2);
        ExecutionId id = engine().start(chain);
        engine().claimOne(chain);
        TaskRef second = new TaskRef(id, 1);

        List<Claim> claims = rehearse(transaction -> {
            transaction.lock(List.of(id));
            transaction.countDown(List.of(new CountDown(second, 1, 0)));
            transaction.settle(List.of(new TaskSettlement(second, TaskStatus.READY, 0, 0, null)), List.of());
            return transaction.claim(new ClaimRequest("worker-a", List.of(chain.id()), 5, PlainEngine.LEASE));
        });

        assertThat(claims).extracting(claim -> claim.ref().task()).containsExactly(second);
    }

    @Rule("READY-4")
    void a_task_made_ready_is_due() {
        StoredDefinition chain = Shapes.chain(2);
        ExecutionId id = engine().start(chain);
        engine().complete(engine().claim(1, chain));

        assertThat(task(id, 1).status()).isEqualTo(TaskStatus.READY);
        assertThat(task(id, 1).dueAt()).isNotNull();
        assertThat(engine().claim(5, chain)).hasSize(1);
    }

    @Rule("READY-5")
    void a_skipped_task_has_its_reason_and_its_time() {
        StoredDefinition chain = Shapes.chain(3);
        ExecutionId id = engine().start(chain);
        engine().end(engine().claimOne(chain), ClaimEnd.Kind.FAILED);

        assertThat(List.of(task(id, 1), task(id, 2))).allSatisfy(task -> {
            assertThat(task.status()).isEqualTo(TaskStatus.SKIPPED);
            assertThat(task.reason()).isEqualTo("a dependency did not complete");
            assertThat(task.openDependencies()).isZero();
            assertThat(task.unsuccessful()).isEqualTo(1);
            assertThat(task.completedAt()).isNotNull();
            assertThat(task.startedAt()).isNull();
        });
    }

    @Rule("READY-6")
    void a_task_may_go_on_waiting_with_new_counts() {
        TaskRef join = new TaskRef(engine().start(Shapes.join(3)), 3);

        List<TaskState> states = rehearse(transaction -> {
            transaction.lock(List.of(join.execution()));
            transaction.settle(List.of(new TaskSettlement(join, TaskStatus.NOT_STARTED, 2, 1, null)), List.of());
            return transaction.states(List.of(join));
        });

        assertThat(states).containsExactly(new TaskState(join, TaskStatus.NOT_STARTED, 0, 2, 1));
    }

    @Rule("READY-7")
    void a_decision_about_a_task_that_waits_no_longer_changes_nothing() {
        StoredDefinition pair = Shapes.independent(2);
        ExecutionId id = engine().start(pair);
        TaskRef running = engine().claimOne(pair).ref().task();
        TaskRef ready = new TaskRef(id, 1 - running.ordinal());

        List<TaskState> states = rehearse(transaction -> {
            transaction.lock(List.of(id));
            transaction.settle(
                    List.of(
                            new TaskSettlement(running, TaskStatus.SKIPPED, 0, 9, "never"),
                            new TaskSettlement(ready, TaskStatus.SKIPPED, 0, 9, "never")),
                    List.of());
            return transaction.states(List.of(running, ready));
        });

        assertThat(states)
                .containsExactlyInAnyOrder(
                        new TaskState(running, TaskStatus.RUNNING, 1, 0, 0),
                        new TaskState(ready, TaskStatus.READY, 0, 0, 0));
    }

    @Rule("READY-8")
    void states_are_those_of_this_moment_in_the_transaction() {
        StoredDefinition pair = Shapes.independent(2);
        ExecutionId id = engine().start(pair);
        TaskRef unknown = new TaskRef(id, 2);

        List<List<TaskState>> seen = rehearse(transaction -> {
            List<TaskRef> all = List.of(new TaskRef(id, 0), new TaskRef(id, 1), unknown);
            List<TaskState> before = transaction.states(all);
            transaction.claim(new ClaimRequest("worker-a", List.of(pair.id()), 2, PlainEngine.LEASE));
            return List.of(before, transaction.states(all));
        });

        assertThat(seen.get(0)).hasSize(2).allMatch(state -> state.status() == TaskStatus.READY);
        assertThat(seen.get(1))
                .hasSize(2)
                .allMatch(state -> state.status() == TaskStatus.RUNNING && state.epoch() == 1);
    }

    @Rule("READY-9")
    void ten_thousand_tasks_are_skipped_in_one_transaction() {
        StoredDefinition fan = Shapes.fan(9_999);
        ExecutionId id = engine().start(fan);

        engine().end(engine().claimOne(fan), ClaimEnd.Kind.FAILED);

        assertThat(store().queries().tasks(id))
                .filteredOn(task -> task.status() == TaskStatus.SKIPPED)
                .hasSize(9_999);
    }

    private TaskRecord task(ExecutionId id, int ordinal) {
        return store().queries().tasks(id).get(ordinal);
    }
}
