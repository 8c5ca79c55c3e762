package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.ExecutionWithTasks;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** LIST: what can be read outside transactions. */
abstract class ListingRules extends Chapter {

    private final StoredDefinition single = Shapes.single("one");

    @Rule("LIST-1")
    void what_does_not_exist_is_empty() {
        ExecutionId unknown = Submission.nextId();

        assertThat(store().queries().find(unknown)).isEmpty();
        assertThat(store().queries().tasks(unknown)).isEmpty();
        assertThat(store().queries().history(unknown, 0, 10)).isEmpty();
        assertThat(store().queries().definition(single.id())).isEmpty();
        assertThat(store().queries().definitionIds(List.of("one"))).isEmpty();
        assertThat(list(null, Set.of(), null, 10)).isEmpty();
        assertThat(store().queries().openExecutions(List.of(single.id()), false, 10))
                .isEmpty();
    }

    @Rule("LIST-2")
    void executions_are_listed_newest_first() {
        List<ExecutionId> started = start(5);

        assertThat(list(null, Set.of(), null, 10))
                .extracting(ExecutionRecord::id)
                .containsExactly(started.get(4), started.get(3), started.get(2), started.get(1), started.get(0));
    }

    @Rule("LIST-3")
    void pages_follow_each_other_without_a_gap() {
        List<ExecutionId> started = start(25);

        List<ExecutionId> seen = new ArrayList<>();
        List<ExecutionRecord> page = list(null, Set.of(), null, 10);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            page.forEach(execution -> seen.add(execution.id()));
            page = list(null, Set.of(), Collections.min(seen), 10);
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(started);
    }

    @Rule("LIST-4")
    void executions_are_filtered_by_workflow_and_status() {
        ExecutionId pending = engine().start(single);
        ExecutionId other = engine().start(Shapes.single("two"));
        ExecutionId completed = engine().start(Shapes.single("three"));
        engine().complete(engine().claim(1, Shapes.single("three")));
        ExecutionId running = engine().start(Shapes.single("four"));
        engine().claimOne(Shapes.single("four"));

        assertThat(ids("one", Set.of())).containsExactly(pending);
        assertThat(ids("none such", Set.of())).isEmpty();
        assertThat(ids(null, Set.of(ExecutionStatus.PENDING))).containsExactly(other, pending);
        assertThat(ids(null, Set.of(ExecutionStatus.COMPLETED, ExecutionStatus.RUNNING)))
                .containsExactly(running, completed);
        assertThat(ids("two", Set.of(ExecutionStatus.COMPLETED))).isEmpty();
        assertThat(ids("three", Set.of(ExecutionStatus.COMPLETED))).containsExactly(completed);
    }

    @Rule("LIST-5")
    void open_executions_are_listed_as_parked_or_not() {
        ExecutionId going = engine().start(single);
        ExecutionId ended = engine().start(single);
        engine().cancel(ended);
        ExecutionId parked = engine().start(single);
        park(parked);
        engine().start(Shapes.single("foreign"));

        assertThat(store().queries().openExecutions(List.of(single.id()), false, 10))
                .containsExactly(going);
        assertThat(store().queries().openExecutions(List.of(single.id()), true, 10))
                .containsExactly(parked);
        assertThat(store().queries().openExecutions(List.of(), false, 10)).isEmpty();
    }

    @Rule("LIST-5")
    void no_more_open_executions_than_asked_are_listed() {
        start(5);

        assertThat(store().queries().openExecutions(List.of(single.id()), false, 3))
                .hasSize(3);
    }

    @Rule("LIST-6")
    void a_query_sees_a_transaction_wholly_or_not_at_all() {
        StoredDefinition wide = Shapes.independent(20);
        ExecutionId id = engine().start(wide);
        AtomicBoolean over = new AtomicBoolean();

        List<Integer> torn = Race.of(3, number -> number == 0 ? flip(wide, over) : watch(id, over));

        assertThat(torn.stream().mapToInt(Integer::intValue).sum()).isZero();
    }

    private int flip(StoredDefinition definition, AtomicBoolean over) {
        try {
            for (int turn = 0; turn < 30; turn++) {
                List<Claim> all = engine().claim(20, definition);
                engine().end(all.stream()
                        .map(claim -> new ClaimEnd(claim.ref(), ClaimEnd.Kind.RELEASED, Duration.ZERO, null))
                        .toList());
            }
            return 0;
        } finally {
            over.set(true);
        }
    }

    /** How often some tasks were seen running while others were not. */
    private int watch(ExecutionId id, AtomicBoolean over) {
        int torn = 0;
        while (!over.get()) {
            long running = store().queries().tasks(id).stream()
                    .filter(task -> task.status() == TaskStatus.RUNNING)
                    .count();
            torn += running == 0 || running == 20 ? 0 : 1;
        }
        return torn;
    }

    @Rule("LIST-7")
    void a_query_sees_every_transaction_that_returned_before_it() {
        PlainEngine other = secondEngine();

        IntStream.range(0, 30).forEach(turn -> {
            ExecutionId id = (turn % 2 == 0 ? engine() : other).start(single);
            assertThat((turn % 2 == 0 ? other : engine()).store().queries().find(id))
                    .isPresent();
            assertThat(store().queries().find(id)).isPresent();
        });
    }

    @Rule("LIST-8")
    void the_agenda_tells_whether_a_task_can_be_claimed() {
        StoredDefinition foreign = Shapes.single("foreign");
        engine().start(foreign);
        assertThat(claimable(single)).isFalse();
        assertThat(store().queries().agenda(List.of()).claimable()).isFalse();

        engine().start(single);
        assertThat(claimable(single)).isTrue();
        engine().claimOne(single);
        assertThat(claimable(single)).isFalse();
        assertThat(claimable(foreign)).isTrue();
    }

    private boolean claimable(StoredDefinition definition) {
        return store().queries().agenda(List.of(definition.id())).claimable();
    }

    @Rule("LIST-9")
    void an_execution_of_ten_thousand_tasks_is_read_in_one_call() {
        ExecutionId id = engine().start(Shapes.chain(10_000));

        List<TaskRecord> tasks = store().queries().tasks(id);

        assertThat(tasks).extracting(task -> task.ref().ordinal()).isSorted();
        assertThat(tasks).hasSize(10_000).extracting(TaskRecord::name).endsWith("t9999");
    }

    @Rule("LIST-10")
    void many_executions_are_found_at_once_in_the_order_of_their_ids() {
        List<ExecutionId> started = start(3);
        List<ExecutionId> asked =
                List.of(started.get(2), Submission.nextId(), started.get(0), started.get(2), started.get(1));

        assertThat(store().queries().find(asked))
                .extracting(ExecutionRecord::id)
                .containsExactlyElementsOf(started);
        assertThat(store().queries().find(List.of())).isEmpty();
    }

    @Rule("LIST-10")
    void thousands_of_executions_are_found_in_one_call() {
        engine().define(single);
        List<ExecutionId> started =
                engine()
                        .admit(Stream.generate(() -> Submission.of(single))
                                .limit(3_000)
                                .toList())
                        .stream()
                        .map(Admission::stored)
                        .toList();

        assertThat(store().queries().find(started)).hasSize(3_000);
    }

    @Rule("LIST-11")
    void an_execution_is_found_with_its_tasks() {
        StoredDefinition chain = Shapes.chain(3);
        ExecutionId id = engine().start(chain);
        engine().complete(engine().claim(1, chain));

        assertThat(store().queries().findWithTasks(id))
                .contains(new ExecutionWithTasks(
                        store().queries().find(id).orElseThrow(),
                        store().queries().tasks(id)));
        assertThat(store().queries().findWithTasks(Submission.nextId())).isEmpty();
    }

    private List<ExecutionId> start(int executions) {
        return IntStream.range(0, executions)
                .mapToObj(number -> engine().start(single))
                .toList();
    }

    private void park(ExecutionId id) {
        engine().transact(transaction -> {
            transaction.lock(List.of(id));
            transaction.park(List.of(id), "unknown here");
            transaction.record(List.of(engine().events().of(id, EventKind.EXECUTION_PARKED, null)));
            return id;
        });
    }

    private List<ExecutionId> ids(@Nullable String workflow, Set<ExecutionStatus> statuses) {
        return list(workflow, statuses, null, 100).stream()
                .map(ExecutionRecord::id)
                .toList();
    }

    private List<ExecutionRecord> list(
            @Nullable String workflow, Set<ExecutionStatus> statuses, @Nullable ExecutionId before, int limit) {
        return store().queries().list(new ExecutionFilter(workflow, statuses, before, limit));
    }
}
