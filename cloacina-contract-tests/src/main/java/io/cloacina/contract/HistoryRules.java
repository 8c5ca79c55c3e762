package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** HISTORY: what happened, in the order in which it happened. */
abstract class HistoryRules extends Chapter {

    @Rule("HISTORY-1")
    void events_read_back_as_they_were_recorded() {
        ExecutionId id = engine().start(Shapes.diamond());
        List<ExecutionEvent> events = List.of(
                new ExecutionEvent(
                        id, EventKind.EXECUTION_PARKED, null, 0, 0, "worker-a", "Grüße 世界 \uD83D\uDE80 'quoted'"),
                new ExecutionEvent(id, EventKind.EXECUTION_UNPARKED, null, 0, 0, "worker-b", null),
                new ExecutionEvent(id, EventKind.EXECUTION_PARKED, null, 0, 0, "", ""),
                new ExecutionEvent(id, EventKind.EXECUTION_UNPARKED, null, 0, 0, "worker-a", "x".repeat(10_000)));
        record(events);

        assertThat(history(id)).extracting(RecordedEvent::event).endsWith(events.toArray(ExecutionEvent[]::new));
    }

    @Rule("HISTORY-1")
    void every_kind_of_task_event_reads_back() {
        StoredDefinition diamond = Shapes.diamond();
        ExecutionId id = engine().start(diamond);
        engine().end(engine().claimOne(diamond), ClaimEnd.Kind.RETRY);
        engine().end(engine().claimOne(diamond), ClaimEnd.Kind.RELEASED);
        engine().complete(engine().claim(1, diamond));
        engine().end(engine().claimOne(diamond), ClaimEnd.Kind.FAILED);

        assertThat(history(id))
                .extracting(
                        recorded -> recorded.event().kind(),
                        recorded -> recorded.event().epoch())
                .startsWith(
                        tuple(EventKind.EXECUTION_SUBMITTED, 0),
                        tuple(EventKind.EXECUTION_STARTED, 0),
                        tuple(EventKind.TASK_CLAIMED, 1),
                        tuple(EventKind.TASK_RETRY_SCHEDULED, 1),
                        tuple(EventKind.TASK_CLAIMED, 2),
                        tuple(EventKind.TASK_RELEASED, 2),
                        tuple(EventKind.TASK_CLAIMED, 3),
                        tuple(EventKind.TASK_COMPLETED, 3))
                .hasSize(12);
        assertThat(history(id).get(4).event())
                .isEqualTo(new ExecutionEvent(id, EventKind.TASK_CLAIMED, 0, 2, 2, "worker-a", null));
    }

    @Rule("HISTORY-2")
    void sequence_numbers_grow() {
        StoredDefinition diamond = Shapes.diamond();
        ExecutionId id = engine().start(diamond);
        engine().complete(engine().claim(1, diamond));
        engine().complete(engine().claim(2, diamond));

        List<Long> numbers = history(id).stream().map(RecordedEvent::sequence).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().allMatch(number -> number > 0);
        assertThat(history(id)).allMatch(recorded -> recorded.at() != null);
    }

    @Rule("HISTORY-2")
    void the_order_of_the_history_is_the_order_of_the_locks() {
        ExecutionId id = engine().start(Shapes.single("one"));
        PlainEngine other = secondEngine();
        AtomicInteger tickets = new AtomicInteger();

        Race.of(8, number -> drawTickets(number % 2 == 0 ? engine() : other, id, tickets));

        assertThat(history(id).stream()
                        .filter(recorded -> recorded.event().detail() != null)
                        .map(recorded -> Integer.valueOf(recorded.event().detail()))
                        .toList())
                .hasSize(160)
                .isSorted();
    }

    private static int drawTickets(PlainEngine engine, ExecutionId id, AtomicInteger tickets) {
        for (int turn = 0; turn < 20; turn++) {
            engine.transact(transaction -> {
                transaction.lock(List.of(id));
                String ticket = String.valueOf(tickets.getAndIncrement());
                transaction.record(List.of(engine.events().of(id, EventKind.EXECUTION_PARKED, ticket)));
                return ticket;
            });
        }
        return tickets.get();
    }

    @Rule("HISTORY-3")
    void the_history_is_read_in_pages() {
        ExecutionId id = engine().start(Shapes.single("one"));
        ExecutionId other = engine().start(Shapes.single("one"));
        record(parked(id, 5_000));
        record(parked(other, 10));

        List<RecordedEvent> paged = new ArrayList<>();
        List<RecordedEvent> page = store().queries().history(id, 0, 700);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(700);
            paged.addAll(page);
            page = store().queries().history(id, page.get(page.size() - 1).sequence(), 700);
        }

        assertThat(paged).hasSize(5_001).isEqualTo(store().queries().history(id, 0, 10_000));
        assertThat(paged).allMatch(recorded -> recorded.event().execution().equals(id));
    }

    @Rule("HISTORY-4")
    void what_was_rolled_back_is_no_history() {
        ExecutionId id = engine().start(Shapes.single("one"));

        rehearse(transaction -> {
            transaction.lock(List.of(id));
            transaction.record(parked(id, 3));
            return id;
        });

        assertThat(history(id))
                .extracting(recorded -> recorded.event().kind())
                .containsExactly(EventKind.EXECUTION_SUBMITTED);
    }

    @Rule("HISTORY-5")
    void an_event_of_an_unknown_execution_is_refused() {
        ExecutionId unknown = Submission.nextId();

        assertThatThrownBy(() -> record(parked(unknown, 1))).isInstanceOf(StoreException.Refused.class);
        assertThat(history(unknown)).isEmpty();
    }

    @Rule("HISTORY-6")
    void an_event_belongs_to_the_task_it_names() {
        StoredDefinition pair = Shapes.independent(2);
        ExecutionId id = engine().start(pair);
        TaskRef claimed = engine().claimOne(pair).ref().task();
        engine().end(List.of(new ClaimEnd(new ClaimRef(claimed, 1), ClaimEnd.Kind.RETRY, Duration.ZERO, "it broke")));

        assertThat(history(id).get(3).event())
                .isEqualTo(new ExecutionEvent(
                        id, EventKind.TASK_RETRY_SCHEDULED, claimed.ordinal(), 1, 0, "worker-a", "it broke"));
    }

    private List<ExecutionEvent> parked(ExecutionId id, int times) {
        return IntStream.range(0, times)
                .mapToObj(time -> engine().events().of(id, EventKind.EXECUTION_PARKED, "time " + time))
                .toList();
    }

    private void record(List<ExecutionEvent> events) {
        engine().transact(transaction -> {
            transaction.lock(List.of(events.get(0).execution()));
            transaction.record(events);
            return events;
        });
    }

    private List<RecordedEvent> history(ExecutionId id) {
        return store().queries().history(id, 0, 10_000);
    }
}
