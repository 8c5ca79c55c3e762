package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Agenda;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** TIME: due times, time-outs and the clock that decides about them. */
abstract class TimeRules extends Chapter {

    private final StoredDefinition single = Shapes.single("one");

    @Rule("TIME-1")
    void a_task_is_not_claimed_before_it_is_due() {
        engine().start(single);
        engine().end(engine().claimOne(single), ClaimEnd.Kind.RETRY, Duration.ofMinutes(30));
        harness().advance(Duration.ofMinutes(20));

        assertThat(promote(10)).isZero();
        assertThat(engine().claim(10, single)).isEmpty();
    }

    @Rule("TIME-2")
    void a_task_whose_time_has_come_is_claimed_once_it_was_promoted() {
        engine().start(single);
        engine().end(engine().claimOne(single), ClaimEnd.Kind.RETRY, Duration.ofMinutes(30));
        harness().advance(Duration.ofMinutes(31));

        assertThat(promote(10)).isEqualTo(1);
        assertThat(engine().claim(10, single)).hasSize(1);
        assertThat(promote(10)).isZero();
    }

    @Rule("TIME-3")
    void no_more_than_the_limit_is_promoted() {
        StoredDefinition five = Shapes.independent(5);
        engine().start(five);
        engine().claim(5, five).forEach(claim -> engine().end(claim, ClaimEnd.Kind.RELEASED, Duration.ofMinutes(30)));
        harness().advance(Duration.ofMinutes(31));

        assertThat(List.of(promote(2), promote(2), promote(2), promote(2))).containsExactly(2, 2, 1, 0);
        assertThat(engine().claim(10, five)).hasSize(5);
    }

    @Rule("TIME-4")
    void a_task_without_a_delay_is_claimed_at_once() {
        engine().start(single);
        engine().end(engine().claimOne(single), ClaimEnd.Kind.RETRY, Duration.ZERO);

        assertThat(engine().claim(10, single)).hasSize(1);
    }

    @Rule("TIME-5")
    void times_are_kept_to_the_declared_precision() {
        Duration precision = harness().traits().timePrecision();
        assertThat(precision).isPositive();
        List<ExecutionId> started = IntStream.range(0, 20)
                .mapToObj(number -> engine().start(single))
                .toList();
        engine().claim(20, single);

        Stream<Instant> times = started.stream()
                .flatMap(id -> store().queries().tasks(id).stream())
                .flatMap(task -> Stream.of(task.createdAt(), task.startedAt(), task.leaseUntil()));
        assertThat(times).anyMatch(time -> nanos(time) % (precision.toNanos() * 10) != 0);
    }

    @Rule("TIME-5")
    @OnlyWith(Need.CLOCK_OF_THE_RUNNER)
    void the_smallest_difference_of_due_times_is_kept() {
        Duration precision = harness().traits().timePrecision();
        StoredDefinition pair = Shapes.independent(2);
        ExecutionId id = engine().start(pair);
        List<Claim> claims = engine().claim(2, pair);
        engine().end(claims.get(0), ClaimEnd.Kind.RETRY, Duration.ofMinutes(30));
        engine().end(claims.get(1), ClaimEnd.Kind.RETRY, Duration.ofMinutes(30).plus(precision));

        List<TaskRecord> tasks = store().queries().tasks(id);
        assertThat(Duration.between(tasks.get(0).dueAt(), tasks.get(1).dueAt()).abs())
                .isEqualTo(precision);
    }

    private static long nanos(Instant time) {
        return Math.floorMod(time.getEpochSecond() * 1_000_000_000L + time.getNano(), 1_000_000_000_000L);
    }

    @Rule("TIME-6")
    void executions_that_ran_out_of_time_are_listed_longest_first_up_to_the_limit() {
        ExecutionId three = start(Duration.ofMinutes(30));
        ExecutionId one = start(Duration.ofMinutes(10));
        ExecutionId two = start(Duration.ofMinutes(20));
        start(Duration.ofHours(3));
        engine().start(single);
        assertThat(store().queries().overdueExecutions(10)).isEmpty();

        harness().advance(Duration.ofMinutes(40));

        assertThat(store().queries().overdueExecutions(10)).containsExactly(one, two, three);
        assertThat(store().queries().overdueExecutions(2)).containsExactly(one, two);
    }

    @Rule("TIME-7")
    void an_execution_that_ends_or_has_ended_is_not_overdue() {
        StoredDefinition pair = engine().define(Shapes.independent(2));
        ExecutionId ending = engine().admit(Submission.of(pair).withTimeout(Duration.ofMinutes(10)))
                .stored();
        engine().claimOne(pair);
        engine().cancel(ending);
        start(Duration.ofMinutes(10));
        engine().complete(engine().claim(1, single));
        harness().advance(Duration.ofMinutes(20));

        assertThat(store().queries().overdueExecutions(10)).isEmpty();
    }

    @Rule("TIME-8")
    void the_agenda_tells_how_long_until_the_next_task_is_due() {
        StoredDefinition pair = Shapes.independent(2);
        engine().start(pair);
        List<Claim> claims = engine().claim(2, pair);
        assertThat(agenda(pair).nextDue()).isNull();
        engine().end(claims.get(0), ClaimEnd.Kind.RETRY, Duration.ofMinutes(60));
        engine().end(claims.get(1), ClaimEnd.Kind.RETRY, Duration.ofMinutes(40));

        assertThat(agenda(pair).claimable()).isFalse();
        assertThat(agenda(pair).nextDue()).isBetween(Duration.ofMinutes(38), Duration.ofMinutes(40));
        harness().advance(Duration.ofMinutes(10));
        assertThat(agenda(pair).nextDue()).isBetween(Duration.ofMinutes(28), Duration.ofMinutes(30));
        harness().advance(Duration.ofMinutes(100));
        assertThat(agenda(pair).nextDue()).isZero();
        promote(10);
        assertThat(agenda(pair).nextDue()).isNull();
        assertThat(agenda(pair).claimable()).isTrue();
    }

    @Rule("TIME-8")
    void the_agenda_tells_how_long_until_the_next_execution_runs_out_of_time() {
        assertThat(agenda(single).nextDeadline()).isNull();
        start(Duration.ofMinutes(60));
        ExecutionId first = start(Duration.ofMinutes(40));

        assertThat(agenda(single).nextDeadline()).isBetween(Duration.ofMinutes(38), Duration.ofMinutes(40));
        harness().advance(Duration.ofMinutes(50));
        assertThat(agenda(single).nextDeadline()).isZero();
        engine().timeOut(first);
        assertThat(agenda(single).nextDeadline()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
    }

    @Rule("TIME-9")
    void the_time_of_the_last_change_never_goes_back() {
        ExecutionId id = engine().start(single);
        ExecutionRecord created = store().queries().find(id).orElseThrow();
        harness().advance(Duration.ofSeconds(1));
        engine().complete(engine().claim(1, single));

        ExecutionRecord ended = store().queries().find(id).orElseThrow();
        TaskRecord task = store().queries().tasks(id).get(0);
        assertThat(created.updatedAt()).isAfterOrEqualTo(created.createdAt());
        assertThat(ended.createdAt()).isEqualTo(created.createdAt());
        assertThat(ended.updatedAt()).isAfter(created.updatedAt());
        assertThat(task.updatedAt()).isAfter(task.createdAt());
    }

    @Rule("TIME-9")
    void a_list_tells_the_time_of_the_last_change_too() {
        engine().start(single);
        ExecutionRecord created = listed();
        harness().advance(Duration.ofSeconds(1));
        engine().complete(engine().claim(1, single));

        assertThat(listed().updatedAt()).isAfter(created.updatedAt());
        assertThat(listed().createdAt()).isEqualTo(created.createdAt());
    }

    private ExecutionRecord listed() {
        return store().queries()
                .list(new ExecutionFilter(null, Set.of(), null, 1))
                .get(0);
    }

    private ExecutionId start(Duration timeout) {
        engine().define(single);
        return engine().admit(Submission.of(single).withTimeout(timeout)).stored();
    }

    private Agenda agenda(StoredDefinition definition) {
        return store().queries().agenda(List.of(definition.id()));
    }

    private int promote(int limit) {
        return engine().transact(transaction -> transaction.promoteDue(limit));
    }
}
