package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloacina.contract.forwarding.ForwardingTransaction;
import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.TaskSettlement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of the reference store are silent on a good history and bite on a bad one. */
class InMemoryInvariantsTest {

    private final InMemoryDatabase database = new InMemoryDatabase();

    @Test
    void a_good_history_violates_nothing() {
        tell(UnaryOperator.identity());

        assertThatCode(database::checkInvariants).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "EXECUTION_CANCEL_REQUESTED",
                "EXECUTION_TIMED_OUT",
                "EXECUTION_PARKED",
                "EXECUTION_UNPARKED",
                "TASK_LEASE_EXPIRED",
                "TASK_ABANDONED"
            })
    void an_event_that_is_missing_is_noticed(EventKind missing) {
        tell(events -> events.stream().filter(event -> event.kind() != missing).toList());

        assertThat(catchThrowable(database::checkInvariants))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s).*(Q1b|Q7c|Q9|Q12).*");
    }

    @Test
    void an_event_that_is_told_twice_is_noticed() {
        tell(events -> events.stream()
                .flatMap(event -> event.kind() == EventKind.TASK_COMPLETED ? Stream.of(event, event) : Stream.of(event))
                .toList());

        assertThat(catchThrowable(database::checkInvariants)).hasMessageContaining("Q12");
    }

    @Test
    void an_execution_that_is_parked_after_its_end_is_noticed() {
        tell(events -> events.stream()
                .flatMap(event -> event.kind() == EventKind.EXECUTION_COMPLETED
                        ? Stream.of(event, as(EventKind.EXECUTION_PARKED, event))
                        : Stream.of(event))
                .toList());

        assertThat(catchThrowable(database::checkInvariants)).hasMessageContaining("Q7c");
    }

    @Test
    void a_history_that_ends_in_another_status_than_the_row_is_noticed() {
        tell(events -> events.stream()
                .map(event ->
                        event.kind() == EventKind.TASK_RETRY_SCHEDULED ? as(EventKind.TASK_RELEASED, event) : event)
                .map(event -> event.kind() == EventKind.TASK_COMPLETED ? as(EventKind.TASK_FAILED, event) : event)
                .toList());

        assertThat(catchThrowable(database::checkInvariants)).hasMessageContaining("Q1b");
    }

    private static ExecutionEvent as(EventKind kind, ExecutionEvent event) {
        return new ExecutionEvent(
                event.execution(), kind, event.task(), event.epoch(), event.attempt(), event.worker(), event.detail());
    }

    @Test
    void a_lost_context_is_noticed() {
        tellThrough(good -> new ForwardingTransaction(good) {
            @Override
            public void keep(List<StoredContext> contexts) {
                good.keep(List.of());
            }
        });

        assertThat(catchThrowable(database::checkInvariants)).hasMessageContaining("Q6");
    }

    @Test
    void lost_decisions_are_noticed() {
        tellThrough(good -> new ForwardingTransaction(good) {
            @Override
            public void settle(List<TaskSettlement> tasks, List<ExecutionSettlement> executions) {
                good.settle(List.of(), List.of());
            }
        });

        assertThat(catchThrowable(database::checkInvariants))
                .hasMessageContaining("Q7")
                .hasMessageContaining("Q8a")
                .hasMessageContaining("Q13");
    }

    private void tell(UnaryOperator<List<ExecutionEvent>> as) {
        tellThrough(good -> new ForwardingTransaction(good) {
            @Override
            public void record(List<ExecutionEvent> events) {
                good.record(as.apply(events));
            }
        });
    }

    private void tellThrough(UnaryOperator<StoreTransaction> wrong) {
        Fault fault = Fault.inTransactions("is looked at", "none", wrong);
        InMemoryStore good = InMemoryStore.open(database, new StandingClock());
        try {
            Damages.tell(new PlainEngine(fault.disguise().apply(good), "worker-a"));
        } catch (AssertionError stuck) {
            assertThat(stuck).hasMessageContaining("was to be claimed");
        }
    }
}
