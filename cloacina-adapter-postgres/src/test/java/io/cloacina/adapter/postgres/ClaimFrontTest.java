package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.TimeSource;
import io.cloacina.testsupport.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim begins where the last one did; what can be claimed behind that is claimed a second later. */
class ClaimFrontTest {

    private final AtomicLong nanos = new AtomicLong();
    private PostgresDatabase database;
    private ExecutionStore store;
    private Submission submission;

    @BeforeEach
    void open() {
        database = Databases.migrated();
        store = Databases.open(database.url(), Settings.withTime(new StandingTime(nanos)));
        submission = Submission.into(store);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void work_is_claimed_in_the_order_in_which_it_came() {
        List<ExecutionId> submitted = submit(100);

        List<ExecutionId> claimed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            claimed.addAll(claim(5));
        }
        assertThat(claimed).isEqualTo(submitted);
    }

    @Test
    void a_higher_priority_goes_first_wherever_the_front_is() {
        submit(30);
        claim(10);
        claim(10);
        NewExecution urgent = submission.execution(7);
        admit(urgent);

        assertThat(claim(5)).hasSize(5).startsWith(urgent.id());
    }

    @Test
    void a_lower_priority_is_served_when_nothing_else_is_left() {
        submit(10);
        NewExecution unhurried = submission.execution(-7);
        admit(unhurried);
        claim(5);

        assertThat(claim(10)).hasSize(6).endsWith(unhurried.id());
    }

    @Test
    void what_is_behind_the_front_waits_for_a_second_and_no_longer() {
        submit(30);
        claim(5);
        ExecutionId late = submission.submit(store);
        due(late, -3600);
        assertThat(claim(5)).doesNotContain(late);

        pass(Duration.ofMillis(999));
        assertThat(claim(5)).doesNotContain(late);
        pass(Duration.ofMillis(1));
        assertThat(claim(5)).hasSize(5).startsWith(late);
    }

    @Test
    void the_front_goes_on_with_each_claim_and_stays_a_quarter_of_a_second_behind_its_first_task() {
        List<ExecutionId> submitted = submit(30);
        for (int i = 0; i < submitted.size(); i++) {
            due(submitted.get(i), i);
        }
        assertThat(claim(10)).startsWith(submitted.get(0));
        assertThat(claim(10)).startsWith(submitted.get(10));
        ExecutionId farBehind = submission.submit(store);
        due(farBehind, 9.7);
        ExecutionId justBehind = submission.submit(store);
        due(justBehind, 9.8);

        assertThat(claim(3)).containsExactly(justBehind, submitted.get(20), submitted.get(21));
    }

    @Test
    void what_fell_due_is_found_however_long_ago_that_was() {
        submit(15);
        claim(10);
        claim(10);
        ExecutionId late = submission.submit(store);
        due(late, -3600);
        Databases.run(
                database, "update cloacina.task_executions set claimable = false where execution_id = '" + late + "'");

        List<Claim> claims = store.transact(Lane.WORK, tx -> {
            assertThat(tx.promoteDue(10)).isEqualTo(1);
            return tx.claim(submission.request(10));
        });

        assertThat(executions(claims)).containsExactly(late);
    }

    @Test
    void a_look_at_the_agenda_sees_what_is_behind_the_front() {
        submit(5);
        claim(5);
        assertThat(isAnythingClaimable()).isFalse();
        due(submission.submit(store), -3600);

        assertThat(isAnythingClaimable()).isTrue();
    }

    @Test
    void what_a_claim_took_that_was_rolled_back_is_taken_by_the_next() {
        List<ExecutionId> submitted = submit(20);
        assertThatThrownBy(() -> store.transact(Lane.WORK, tx -> {
                    tx.claim(submission.request(10));
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(claim(10)).isEqualTo(submitted.subList(0, 10));
    }

    @Test
    void another_workflow_without_a_place_yet_is_served_from_its_beginning() {
        submit(30);
        claim(10);
        Submission other = Submission.into(store);
        ExecutionId elsewhere = other.submit(store);
        due(elsewhere, -3600);

        List<Claim> claims = store.transact(Lane.WORK, tx -> tx.claim(submission.requestWith(other, 10)));

        assertThat(executions(claims)).hasSize(10).startsWith(elsewhere);
    }

    private boolean isAnythingClaimable() {
        return store.queries().agenda(List.of(submission.definition())).claimable();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Sets when it has been due, in seconds from midnight. */
    private void due(ExecutionId execution, double seconds) {
        Databases.run(
                database,
                "update cloacina.task_executions set due_at = current_date + " + seconds
                        + " * interval '1 second' where execution_id = '" + execution + "'");
    }

    /** One transaction each, so that each is due later than the one before. */
    private List<ExecutionId> submit(int count) {
        return Stream.generate(() -> submission.submit(store)).limit(count).toList();
    }

    private void admit(NewExecution execution) {
        store.transact(Lane.WORK, tx -> tx.admit(List.of(execution)));
    }

    private List<ExecutionId> claim(int limit) {
        return executions(submission.claim(store, limit));
    }

    private static List<ExecutionId> executions(List<Claim> claims) {
        return claims.stream().map(claim -> claim.ref().task().execution()).toList();
    }

    /** Goes on only when it is told to. */
    private record StandingTime(AtomicLong nanos) implements TimeSource {
        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(nanos.get());
        }

        @Override
        public long nanoTime() {
            return nanos.get();
        }
    }
}
