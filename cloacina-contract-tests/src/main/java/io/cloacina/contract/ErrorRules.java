package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredDefinition;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** ERROR: what is there after something went wrong. */
abstract class ErrorRules extends Chapter {

    private static final int READERS = 3;

    private final StoredDefinition single = Shapes.single("one");

    @Rule("ERROR-1")
    void work_that_throws_leaves_nothing_behind() {
        engine().define(single);
        ExecutionId known = engine().start(single);
        Submission submission = Submission.of(single).withKey("k");
        IllegalArgumentException bug = new IllegalArgumentException("a bug in the engine");

        assertThatThrownBy(() -> store().transact(Lane.WORK, transaction -> {
                    transaction.lock(List.of(known));
                    transaction.admit(List.of(submission.toNewExecution()));
                    transaction.cancelUnstarted(List.of(known), "never");
                    transaction.park(List.of(known), "never");
                    transaction.record(List.of(engine().events().of(known, EventKind.EXECUTION_PARKED, "never")));
                    throw bug;
                }))
                .isSameAs(bug);

        assertThat(store().queries().find(submission.id())).isEmpty();
        assertThat(store().queries().find(known).orElseThrow().parkedReason()).isNull();
        assertThat(store().queries().history(known, 0, 10)).hasSize(1);
        assertThat(engine().claim(10, single)).hasSize(1);
        assertThat(engine().admit(submission).created()).isTrue();
    }

    @Rule("ERROR-1")
    void a_claim_that_was_rolled_back_was_never_made() {
        ExecutionId id = engine().start(single);

        rehearse(transaction ->
                transaction.claim(new ClaimRequest("worker-a", List.of(single.id()), 1, PlainEngine.LEASE)));

        assertThat(store().queries().tasks(id).get(0).epoch()).isZero();
        assertThat(engine().claimOne(single).ref().epoch()).isEqualTo(1);
        assertThat(engine().claim(1, single)).isEmpty();
    }

    @Rule("ERROR-2")
    void a_refusal_that_the_work_swallows_still_rolls_back() {
        engine().define(single);
        Submission submission = Submission.of(single);

        assertThatThrownBy(() -> store().transact(Lane.WORK, transaction -> {
                    transaction.admit(List.of(submission.toNewExecution()));
                    return swallow(transaction, this::refusedAdmission);
                }))
                .isInstanceOf(StoreException.Refused.class);

        assertThat(store().queries().find(submission.id())).isEmpty();
    }

    private void refusedAdmission(StoreTransaction transaction) {
        transaction.admit(List.of(Submission.of(Shapes.single("unknown")).toNewExecution()));
    }

    private static String swallow(StoreTransaction transaction, Consumer<StoreTransaction> moment) {
        try {
            moment.accept(transaction);
        } catch (StoreException expected) {
            return "swallowed " + expected.getClass();
        }
        return "nothing was refused";
    }

    @Rule("ERROR-3")
    @OnlyWith(Need.SECOND_STORE)
    void what_was_committed_is_there_for_the_next_store() {
        ExecutionId id = engine().start(single);
        engine().complete(engine().claim(1, single));
        ExecutionStore next = secondStore();
        store().close();

        assertThat(next.queries().find(id)).isPresent();
        assertThat(next.queries().tasks(id).get(0).completedAt()).isNotNull();
        assertThat(next.queries().contextKeys(List.of(new ContextRef(id, 0)))).hasSize(1);
        assertThat(next.queries().definition(single.id())).isPresent();
    }

    @Rule("ERROR-4")
    void a_refusal_harms_nobody_else() {
        engine().define(single);
        for (int time = 0; time < 30; time++) {
            assertThatThrownBy(() -> engine().transact(transaction -> {
                        refusedAdmission(transaction);
                        return "admitted";
                    }))
                    .isInstanceOf(StoreException.Refused.class);
        }

        assertThat(engine().admit(Submission.of(single)).created()).isTrue();
    }

    @Rule("ERROR-5")
    void a_closed_store_says_so() {
        engine().start(single);
        store().close();
        store().close();

        assertThatThrownBy(() -> store().transact(Lane.WORK, transaction -> transaction.claimsOf("worker-a")))
                .isInstanceOf(StoreException.Unusable.class);
        assertThatThrownBy(() -> store().queries().find(Submission.nextId()))
                .isInstanceOf(StoreException.Unusable.class);
        assertThatThrownBy(() -> store().define(List.of(single))).isInstanceOf(StoreException.Unusable.class);
    }

    @Rule("ERROR-6")
    void the_work_runs_once_per_call() {
        AtomicInteger runs = new AtomicInteger();

        int result = store().transact(Lane.WORK, transaction -> runs.incrementAndGet());
        assertThatThrownBy(() -> store().transact(Lane.WORK, transaction -> {
                    runs.incrementAndGet();
                    throw new StoreException.Contended("said by the work", null);
                }))
                .isInstanceOf(StoreException.Contended.class);

        assertThat(result).isEqualTo(1);
        assertThat(runs).hasValue(2);
    }

    @Rule("ERROR-7")
    void nothing_may_be_asked_for_in_every_moment() {
        assertThatCode(() -> store().transact(Lane.WORK, ErrorRules::everythingWithNothing))
                .doesNotThrowAnyException();
        assertThatCode(() -> store().define(List.of())).doesNotThrowAnyException();
        assertThat(store().queries().definitionIds(List.of())).isEmpty();
        assertThat(store().queries().contextKeys(List.of())).isEmpty();
    }

    private static String everythingWithNothing(StoreTransaction transaction) {
        assertThat(transaction.lock(List.of())).isEmpty();
        assertThat(transaction.admit(List.of())).isEmpty();
        assertThat(transaction.end(List.of())).isEmpty();
        transaction.keep(List.of());
        assertThat(transaction.countDown(List.of())).isEmpty();
        assertThat(transaction.states(List.of())).isEmpty();
        transaction.settle(List.of(), List.of());
        assertThat(transaction.cancelUnstarted(List.of(), "nothing")).isEmpty();
        assertThat(transaction.extend(List.of(), PlainEngine.LEASE)).isEmpty();
        assertThat(transaction.promoteDue(0)).isZero();
        transaction.park(List.of(), null);
        assertThat(transaction.contextKeys(List.of())).isEmpty();
        transaction.record(List.of());
        return "nothing was done";
    }

    @Rule("ERROR-8")
    void a_refusal_does_not_repeat_the_payload() {
        Submission secret = Submission.of(Shapes.single("unknown")).withContext("{\"password\":\"s3cret\"}");

        assertThatThrownBy(() -> engine().admit(secret))
                .isInstanceOf(StoreException.Refused.class)
                .hasMessageNotContaining("s3cret");
    }

    @Rule("ERROR-11")
    void a_transaction_that_a_close_overtakes_ends_or_says_so() {
        ExecutionId id = engine().start(single);
        Closing closing = new Closing(store());

        Throwable told = catchThrowable(() -> store().transact(Lane.WORK, transaction -> {
            closing.begin();
            return transaction.contextKeys(List.of(new ContextRef(id, 0)));
        }));

        closing.end();
        assertEndedOr(told);
    }

    @Rule("ERROR-11")
    void reads_that_a_close_overtakes_end_or_say_so() {
        ExecutionId id = engine().start(single);
        Closing closing = new Closing(store());
        CountDownLatch reading = new CountDownLatch(READERS * 5);

        Race.of(READERS + 1, number -> number == 0 ? closeOnce(reading, closing) : readUntil(closing, id, reading));
    }

    private static String closeOnce(CountDownLatch reading, Closing closing) {
        Overlap.await(reading);
        closing.begin();
        closing.end();
        return "closed";
    }

    private String readUntil(Closing closing, ExecutionId id, CountDownLatch reading) {
        while (!closing.isOver()) {
            assertEndedOr(catchThrowable(() -> store().queries().find(id)));
            reading.countDown();
        }
        return "read";
    }

    private static void assertEndedOr(@Nullable Throwable told) {
        if (told != null) {
            assertThat(told).isInstanceOf(StoreException.class);
        }
    }
}
