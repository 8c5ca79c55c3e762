package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredDefinition;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the reference store does beyond the contract: it is strict about its caller, and can be made to fail. */
class InMemoryStoreTest {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final StandingClock clock = new StandingClock();
    private final InMemoryStore store = InMemoryStore.open(database, clock);
    private final PlainEngine engine = new PlainEngine(store, "worker-a");
    private final StoredDefinition single = Shapes.single("one");
    private final ExecutionId id = engine.start(single);

    @Test
    void a_change_without_a_lock_is_refused() {
        assertMisuse(transaction -> transaction.cancelUnstarted(List.of(id), "cancelled"), "without its lock");
    }

    @Test
    void a_lock_after_a_change_is_refused() {
        assertMisuse(
                transaction -> {
                    transaction.promoteDue(1);
                    transaction.lock(List.of(id));
                },
                "lock comes first");
    }

    @Test
    void a_change_after_the_history_is_refused() {
        assertMisuse(
                transaction -> {
                    transaction.record(List.of(engine.events().of(id, EventKind.EXECUTION_PARKED, null)));
                    transaction.promoteDue(1);
                },
                "record comes last");
    }

    @Test
    void a_query_inside_a_transaction_is_refused() {
        assertMisuse(transaction -> store.queries().find(id), "from inside one of its own transactions");
        assertMisuse(transaction -> store.define(List.of(single)), "from inside one of its own transactions");
    }

    @Test
    void a_transaction_that_is_kept_is_refused() {
        StoreTransaction kept = store.transact(Lane.WORK, transaction -> transaction);

        assertThatThrownBy(() -> kept.claimsOf("worker-a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not be kept");
    }

    private void assertMisuse(Consumer<StoreTransaction> misuse, String said) {
        assertThatThrownBy(() -> store.transact(Lane.WORK, transaction -> {
                    misuse.accept(transaction);
                    return "misused";
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_fault_before_the_commit_leaves_nothing_behind() {
        assertThatThrownBy(() -> failingAt(InMemoryStore.BEFORE_COMMIT).claim(1, single))
                .isInstanceOf(StoreException.OutcomeUnknown.class);

        assertThat(store.queries().tasks(id).get(0).epoch()).isZero();
    }

    @Test
    void a_fault_after_the_commit_finds_everything_stored() {
        assertThatThrownBy(() -> failingAt(InMemoryStore.AFTER_COMMIT).claim(1, single))
                .isInstanceOf(StoreException.OutcomeUnknown.class);

        assertThat(store.queries().tasks(id).get(0).epoch()).isEqualTo(1);
    }

    private PlainEngine failingAt(String point) {
        FaultPoints faults = reached -> {
            if (reached.equals(point)) {
                throw new StoreException.OutcomeUnknown("wanted by the test", null);
            }
        };
        return new PlainEngine(InMemoryStore.open(database, clock, WakeUpKind.POLL, faults), "worker-b");
    }
}
