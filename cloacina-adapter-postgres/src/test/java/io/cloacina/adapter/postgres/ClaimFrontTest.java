package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.testsupport.PostgresDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While work abounds, a claim begins where the last one did; what becomes claimable behind that is claimed all the same. */
class ClaimFrontTest {

    /** As often as a claim looks from the beginning, however much it would find ahead. */
    private static final int LOOKS_BEHIND = 64;

    private PostgresDatabase database;
    private ExecutionStore store;
    private Submission submission;

    @BeforeEach
    void open() {
        database = Databases.migrated();
        store = Databases.open(database.url());
        submission = Submission.into(store);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void work_is_claimed_in_the_order_in_which_it_came() {
        List<ExecutionId> submitted = submit(200);

        List<ExecutionId> claimed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            claimed.addAll(claim(10));
        }
        assertThat(claimed).isEqualTo(submitted);
    }

    @Test
    void a_higher_priority_goes_first_wherever_the_front_is() {
        submit(30);
        claim(10);
        claim(10);
        NewExecution urgent = submission.execution(7);
        admit(List.of(urgent));

        assertThat(claim(5)).hasSize(5).startsWith(urgent.id());
    }

    @Test
    void a_lower_priority_is_served_when_nothing_else_is_left() {
        submit(10);
        NewExecution unhurried = submission.execution(-7);
        admit(List.of(unhurried));
        claim(5);

        assertThat(claim(10)).hasSize(6).endsWith(unhurried.id());
    }

    @Test
    void what_is_behind_the_front_is_found_after_a_look_that_sees_that_something_is_left() {
        submit(15);
        claim(10);
        claim(10);
        ExecutionId late = behindTheFront();
        assertThat(claim(10)).isEmpty();

        assertThat(store.queries().agenda(List.of(submission.definition())).claimable())
                .isTrue();
        assertThat(claim(10)).containsExactly(late);
    }

    @Test
    void what_fell_due_is_found_however_long_ago_that_was() {
        submit(15);
        claim(10);
        claim(10);
        ExecutionId late = behindTheFront();
        Databases.run(
                database, "update cloacina.task_executions set claimable = false where execution_id = '" + late + "'");

        List<Claim> claims = store.transact(Lane.WORK, tx -> {
            assertThat(tx.promoteDue(10)).isEqualTo(1);
            return tx.claim(submission.request(10));
        });

        assertThat(executions(claims)).containsExactly(late);
    }

    @Test
    void what_is_behind_the_front_does_not_wait_for_the_end_of_a_backlog() {
        submit(3 * LOOKS_BEHIND);
        claim(1);
        ExecutionId late = behindTheFront();

        List<ExecutionId> claimed = new ArrayList<>();
        for (int i = 0; i < LOOKS_BEHIND; i++) {
            claimed.addAll(claim(1));
        }
        assertThat(claimed).hasSize(LOOKS_BEHIND).contains(late);
        assertThat(claimed.indexOf(late))
                .as("passed over by claims that found enough ahead")
                .isPositive();
    }

    @Test
    void a_claim_that_was_rolled_back_moves_the_front_past_nothing() {
        List<ExecutionId> submitted = submit(40);
        try {
            store.transact(Lane.WORK, tx -> {
                tx.claim(submission.request(10));
                tx.claim(submission.request(10));
                throw new IllegalStateException("planted");
            });
        } catch (IllegalStateException planted) {
            assertThat(planted).hasMessage("planted");
        }

        assertThat(Stream.of(claim(10), claim(10)).flatMap(List::stream)).isEqualTo(submitted.subList(0, 20));
    }

    @Test
    void another_workflow_without_a_place_yet_is_served_from_its_beginning() {
        submit(30);
        claim(10);
        Submission other = Submission.into(store);
        ExecutionId elsewhere = other.submit(store);
        dueAnHourAgo(elsewhere);

        List<Claim> claims = store.transact(Lane.WORK, tx -> tx.claim(submission.requestWith(other, 10)));

        assertThat(executions(claims)).hasSize(10).startsWith(elsewhere);
    }

    /** As one that waited for its time and was found late, or whose transaction took an hour. */
    private ExecutionId behindTheFront() {
        ExecutionId late = submission.submit(store);
        dueAnHourAgo(late);
        return late;
    }

    private void dueAnHourAgo(ExecutionId execution) {
        Databases.run(
                database,
                "update cloacina.task_executions set due_at = due_at - interval '1 hour' where execution_id = '"
                        + execution + "'");
    }

    /** One transaction each, so that each is due later than the one before. */
    private List<ExecutionId> submit(int count) {
        return Stream.generate(() -> submission.submit(store)).limit(count).toList();
    }

    private void admit(List<NewExecution> executions) {
        store.transact(Lane.WORK, tx -> tx.admit(executions));
    }

    private List<ExecutionId> claim(int limit) {
        return executions(submission.claim(store, limit));
    }

    private static List<ExecutionId> executions(List<Claim> claims) {
        return claims.stream().map(claim -> claim.ref().task().execution()).toList();
    }
}
