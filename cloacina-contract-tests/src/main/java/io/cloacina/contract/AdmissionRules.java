package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Admission;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** ADMIT: how an execution begins to exist. */
abstract class AdmissionRules extends Chapter {

    @Rule("ADMIT-1")
    void an_execution_is_stored_with_all_its_tasks() {
        StoredDefinition diamond = engine().define(Shapes.diamond());

        ExecutionId id = engine().admit(Submission.of(diamond).withDigest("d1")).stored();

        ExecutionRecord stored = store().queries().find(id).orElseThrow();
        assertThat(stored.status()).isEqualTo(ExecutionStatus.PENDING);
        assertThat(stored.definition()).isEqualTo(diamond.id());
        assertThat(stored.workflow()).isEqualTo("diamond");
        assertThat(stored.version()).isEqualTo(diamond.version());
        assertThat(stored.inputDigest()).isEqualTo("d1");
        assertThat(stored.openTasks()).isEqualTo(4);
        assertThat(stored.failedTasks()).isZero();
        assertThat(stored)
                .extracting(
                        ExecutionRecord::ending,
                        ExecutionRecord::idempotencyKey,
                        ExecutionRecord::reason,
                        ExecutionRecord::parkedReason,
                        ExecutionRecord::timeoutAt,
                        ExecutionRecord::startedAt,
                        ExecutionRecord::completedAt)
                .containsOnlyNulls();
    }

    @Rule("ADMIT-1")
    void its_tasks_are_numbered_and_named_as_in_the_definition() {
        ExecutionId id = engine().start(Shapes.diamond());

        List<TaskRecord> tasks = store().queries().tasks(id);
        assertThat(tasks).extracting(task -> task.ref().ordinal()).containsExactly(0, 1, 2, 3);
        assertThat(tasks).extracting(TaskRecord::name).containsExactly("t0", "t1", "t2", "t3");
        assertThat(tasks).extracting(TaskRecord::openDependencies).containsExactly(0, 1, 1, 2);
        assertThat(tasks).allSatisfy(task -> {
            assertThat(task.attempt()).isEqualTo(1);
            assertThat(task.epoch()).isZero();
            assertThat(task.recoveryAttempts()).isZero();
            assertThat(task.unsuccessful()).isZero();
            assertThat(task.worker()).isNull();
            assertThat(task.leaseUntil()).isNull();
            assertThat(task.completedAt()).isNull();
        });
    }

    @Rule("ADMIT-1")
    void an_execution_may_have_ten_thousand_tasks() {
        ExecutionId id = engine().start(Shapes.join(9_999));

        assertThat(store().queries().tasks(id)).hasSize(10_000);
        assertThat(store().queries().find(id).orElseThrow().openTasks()).isEqualTo(10_000);
    }

    @Rule("ADMIT-1")
    void a_thousand_executions_may_be_admitted_at_once() {
        StoredDefinition single = engine().define(Shapes.single("one"));

        List<Admission> admissions = engine().admit(IntStream.range(0, 1_000)
                .mapToObj(number -> Submission.of(single).withKey("key-" + number))
                .toList());

        assertThat(admissions).hasSize(1_000).allMatch(Admission::created);
        assertThat(all()).hasSize(1_000);
    }

    @Rule("ADMIT-2")
    void roots_are_ready_and_the_others_wait() {
        ExecutionId id = engine().start(Shapes.diamond());

        assertThat(store().queries().tasks(id))
                .extracting(TaskRecord::status)
                .containsExactly(
                        TaskStatus.READY, TaskStatus.NOT_STARTED, TaskStatus.NOT_STARTED, TaskStatus.NOT_STARTED);
        assertThat(store().queries().tasks(id).get(0).dueAt()).isNotNull();
    }

    @Rule("ADMIT-2")
    void roots_can_be_claimed_in_the_transaction_that_admits_them() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        Submission submission = Submission.of(single);

        int claimed = rehearse(transaction -> {
            transaction.admit(List.of(submission.toNewExecution()));
            return transaction
                    .claim(new ClaimRequest("worker-a", List.of(single.id()), 5, PlainEngine.LEASE))
                    .size();
        });

        assertThat(claimed).isEqualTo(1);
    }

    @Rule("ADMIT-3")
    void an_idempotency_key_that_is_stored_wins() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        Submission first = Submission.of(single).withKey("k").withContext("{\"a\":1}");
        Submission second = Submission.of(single).withKey("k").withContext("{\"a\":2}");

        Admission winner = engine().admit(first);
        Admission loser = secondEngine().admit(second);

        assertThat(winner.created()).isTrue();
        assertThat(loser.created()).isFalse();
        assertThat(loser.stored()).isEqualTo(first.id());
        assertThatNothingIsStoredOf(second);
    }

    @Rule("ADMIT-3")
    void of_two_newcomers_with_one_key_in_one_call_the_first_wins() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        Submission first = Submission.of(single).withKey("k");
        Submission second = Submission.of(single).withKey("k");

        List<Admission> admissions = engine().admit(List.of(first, second));

        assertThat(admissions).extracting(Admission::created).containsExactly(true, false);
        assertThat(admissions).extracting(Admission::stored).containsOnly(first.id());
        assertThatNothingIsStoredOf(second);
    }

    @Rule("ADMIT-3")
    void many_threads_with_one_key_get_one_execution() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        PlainEngine other = secondEngine();

        List<Admission> answers = Race.of(
                16,
                number -> (number % 2 == 0 ? engine() : other)
                        .admit(Submission.of(single).withKey("k").withDigest("same")));

        assertThat(answers).filteredOn(Admission::created).hasSize(1);
        assertThat(answers)
                .extracting(Admission::stored)
                .containsOnly(all().get(0).id());
        assertThat(all()).hasSize(1);
    }

    @Rule("ADMIT-3")
    void groups_with_the_same_keys_in_other_orders_agree() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        PlainEngine other = secondEngine();
        List<String> keys =
                IntStream.range(0, 20).mapToObj(number -> "key-" + number).toList();

        List<Map<String, ExecutionId>> answers = Race.of(6, number -> {
            List<String> order = new ArrayList<>(keys);
            Collections.shuffle(order, new Random(number));
            return storedByKey(number % 2 == 0 ? engine() : other, order, single);
        });

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(all()).hasSize(20);
    }

    private static Map<String, ExecutionId> storedByKey(PlainEngine engine, List<String> keys, StoredDefinition of) {
        List<Admission> admissions = engine.admit(
                keys.stream().map(key -> Submission.of(of).withKey(key)).toList());
        return IntStream.range(0, keys.size())
                .boxed()
                .collect(Collectors.toMap(keys::get, at -> admissions.get(at).stored()));
    }

    @Rule("ADMIT-3")
    void executions_without_a_key_are_all_stored() {
        StoredDefinition single = engine().define(Shapes.single("one"));

        engine().admit(List.of(Submission.of(single), Submission.of(single)));
        engine().admit(Submission.of(single));

        assertThat(all()).hasSize(3);
    }

    @Rule("ADMIT-4")
    void the_answer_carries_the_digest_that_is_stored() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        engine().admit(Submission.of(single).withKey("k").withDigest("earlier"));

        Admission loser = engine().admit(Submission.of(single).withKey("k").withDigest("later"));
        Admission winner = engine().admit(Submission.of(single).withKey("l").withDigest("own"));

        assertThat(loser.inputDigest()).isEqualTo("earlier");
        assertThat(winner.inputDigest()).isEqualTo("own");
    }

    @Rule("ADMIT-5")
    void an_id_that_is_stored_wins() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        Submission submission = Submission.of(single).withDigest("d");
        engine().admit(submission);

        Admission again = engine().admit(submission);

        assertThat(again.created()).isFalse();
        assertThat(again.stored()).isEqualTo(submission.id());
        assertThat(again.inputDigest()).isEqualTo("d");
        assertThat(store().queries().tasks(submission.id())).hasSize(1);
    }

    @Rule("ADMIT-5")
    void of_an_id_that_is_given_twice_at_once_the_first_wins() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        Submission submission = Submission.of(single).withDigest("d");

        List<Admission> both = engine().admit(List.of(submission, submission));

        assertThat(both).extracting(Admission::created).containsExactly(true, false);
        assertThat(both).extracting(Admission::stored).containsOnly(submission.id());
        assertThat(store().queries().tasks(submission.id())).hasSize(1);
    }

    @Rule("ADMIT-6")
    void there_is_one_answer_per_newcomer_in_the_given_order() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        engine().admit(Submission.of(single).withKey("m"));
        List<Submission> submissions = List.of(
                Submission.of(single).withKey("z"),
                Submission.of(single),
                Submission.of(single).withKey("m"),
                Submission.of(single).withKey("a"));

        List<Admission> admissions = engine().admit(submissions);

        assertThat(admissions)
                .extracting(Admission::requested)
                .containsExactlyElementsOf(
                        submissions.stream().map(Submission::id).toList());
        assertThat(admissions).extracting(Admission::created).containsExactly(true, true, false, true);
    }

    @Rule("ADMIT-7")
    void an_unknown_definition_is_refused_with_the_whole_call() {
        StoredDefinition known = engine().define(Shapes.single("known"));
        StoredDefinition unknown = Shapes.single("unknown");

        assertThatThrownBy(() -> engine().admit(List.of(Submission.of(known), Submission.of(unknown))))
                .isInstanceOf(StoreException.Refused.class);

        assertThat(all()).isEmpty();
    }

    @Rule("ADMIT-8")
    void priority_and_time_out_are_stored() {
        StoredDefinition single = engine().define(Shapes.single("one"));

        ExecutionId id = engine().admit(Submission.of(single).withPriority(7).withTimeout(Duration.ofHours(2)))
                .stored();

        ExecutionRecord stored = store().queries().find(id).orElseThrow();
        assertThat(stored.priority()).isEqualTo(7);
        assertThat(Duration.between(stored.createdAt(), stored.timeoutAt()))
                .isBetween(
                        Duration.ofHours(2).minusMinutes(1), Duration.ofHours(2).plusMinutes(1));
    }

    private void assertThatNothingIsStoredOf(Submission newcomer) {
        ContextRef initial = new ContextRef(newcomer.id(), ContextRef.INITIAL);
        assertThat(store().queries().find(newcomer.id())).isEmpty();
        assertThat(store().queries().tasks(newcomer.id())).isEmpty();
        assertThat(store().queries().contextKeys(List.of(initial))).isEmpty();
        assertThat(store().queries().history(newcomer.id(), 0, 10)).isEmpty();
    }

    private List<ExecutionRecord> all() {
        return store().queries().list(new ExecutionFilter(null, Set.of(), null, ExecutionFilter.MAX_LIMIT));
    }
}
