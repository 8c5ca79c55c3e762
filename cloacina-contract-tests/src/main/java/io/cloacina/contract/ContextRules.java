package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.StoredDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** CONTEXT: how payloads are kept. */
abstract class ContextRules extends Chapter {

    /** Canonical texts, as the engine writes them. */
    private static final List<String> TEXTS = List.of(
            "{}",
            "{\"a\":null,\"b\":true,\"c\":false}",
            "{\"n\":0,\"o\":-1,\"p\":0.1,\"q\":12345678901234567890.123456789,\"r\":1000000}",
            "{\"deep\":{\"er\":[[],{},[1,[2,[3]]],\"end\"]}}",
            "{\"text\":\"Grüße, 世界, \uD83D\uDE80, \u007F, \u2028\"}",
            "{\"escapes\":\"quote \\\" backslash \\\\ line \\n tab \\t bell \\u0007\"}",
            "{\"\":\"an empty key\",\" spaced key \":\"\",\"it's; -- ?1 :name ${x} {schema}\":\"%s\"}",
            "{\"big\":\"" + "0123456789".repeat(100_000) + "\"}");

    @Rule("CONTEXT-1")
    void an_initial_context_reads_back_equal() {
        StoredDefinition single = engine().define(Shapes.single("one"));
        for (String text : TEXTS) {
            ExecutionId id =
                    engine().admit(Submission.of(single).withContext(text)).stored();
            ContextRef initial = new ContextRef(id, ContextRef.INITIAL);

            assertThat(meaning(store().queries().contextValues(List.of(initial)), initial))
                    .isEqualTo(JsonText.meaning(text));
            assertThat(meaning(store().queries().contextKeys(List.of(initial)), initial))
                    .isEqualTo(Map.of());
        }
    }

    @Rule("CONTEXT-1")
    void what_a_task_wrote_reads_back_equal() {
        TaskRef task = new TaskRef(engine().start(Shapes.single("one")), 0);
        ContextRef ref = new ContextRef(task.execution(), 0);

        for (String text : TEXTS) {
            List<Object> seen = rehearse(transaction -> {
                transaction.lock(List.of(task.execution()));
                transaction.keep(List.of(new StoredContext(ref, "{\"a\":0,\"b\":-1}", text)));
                return List.of(
                        meaning(transaction.contextKeys(List.of(ref)), ref),
                        meaning(transaction.contextValues(List.of(ref)), ref));
            });

            assertThat(seen).containsExactly(JsonText.meaning("{\"b\":-1,\"a\":0}"), JsonText.meaning(text));
        }
    }

    @Rule("CONTEXT-2")
    void a_writer_writes_once() {
        StoredDefinition pair = Shapes.independent(2);
        ExecutionId id = engine().start(pair);
        TaskRef done = engine().claimOne(pair).ref().task();
        engine().end(List.of(new ClaimEnd(new ClaimRef(done, 1), ClaimEnd.Kind.COMPLETED, Duration.ZERO, null)));

        assertThatThrownBy(() -> engine().transact(transaction -> {
                    transaction.lock(List.of(id));
                    transaction.keep(List.of(new StoredContext(new ContextRef(id, done.ordinal()), "{}", "{}")));
                    return "kept twice";
                }))
                .isInstanceOf(StoreException.Refused.class);

        ContextRef ref = new ContextRef(id, done.ordinal());
        assertThat(meaning(store().queries().contextValues(List.of(ref)), ref))
                .isEqualTo(Map.of("t" + done.ordinal(), Submission.SECRET));
    }

    @Rule("CONTEXT-3")
    void contexts_that_do_not_exist_are_left_out() {
        ExecutionId id = engine().start(Shapes.single("one"));
        ContextRef initial = new ContextRef(id, ContextRef.INITIAL);
        List<ContextRef> asked =
                List.of(new ContextRef(id, 0), initial, new ContextRef(Submission.nextId(), ContextRef.INITIAL));

        assertThat(store().queries().contextKeys(asked)).containsOnlyKeys(initial);
        assertThat(store().queries().contextValues(asked)).containsOnlyKeys(initial);
        assertThat(store().queries().contextValues(List.of())).isEmpty();
    }

    @Rule("CONTEXT-4")
    void a_transaction_reads_what_it_kept_and_others_do_after_it() {
        StoredDefinition single = Shapes.single("one");
        ExecutionId id = engine().start(single);
        ContextRef ref = new ContextRef(id, 0);

        Map<ContextRef, String> own = rehearse(transaction -> {
            transaction.lock(List.of(id));
            transaction.keep(List.of(PlainEngine.written(new TaskRef(id, 0))));
            return transaction.contextKeys(List.of(ref));
        });

        assertThat(own).containsOnlyKeys(ref);
        assertThat(store().queries().contextKeys(List.of(ref))).isEmpty();
        engine().complete(engine().claim(1, single));
        assertThat(store().queries().contextKeys(List.of(ref))).containsOnlyKeys(ref);
    }

    @Rule("CONTEXT-5")
    void thousands_of_contexts_are_kept_and_read_in_one_call() {
        StoredDefinition wide = Shapes.independent(3_000);
        ExecutionId id = engine().start(wide);
        engine().complete(engine().claim(3_000, wide));
        List<ContextRef> all = IntStream.range(-1, 10_000)
                .mapToObj(writer -> new ContextRef(id, writer))
                .toList();

        assertThat(store().queries().contextKeys(all)).hasSize(3_001);
        assertThat(store().queries().contextValues(all)).hasSize(3_001);
        int inside = rehearse(transaction -> transaction.contextValues(all).size());
        assertThat(inside).isEqualTo(3_001);
    }

    @Rule("CONTEXT-6")
    void a_context_without_its_execution_is_refused() {
        ExecutionId unknown = Submission.nextId();

        assertThatThrownBy(() -> engine().transact(transaction -> {
                    transaction.lock(List.of(unknown));
                    transaction.keep(List.of(PlainEngine.written(new TaskRef(unknown, 0))));
                    return "kept";
                }))
                .isInstanceOf(StoreException.Refused.class);
    }

    private static Object meaning(Map<ContextRef, String> found, ContextRef ref) {
        assertThat(found).containsKey(ref);
        return JsonText.meaning(found.getOrDefault(ref, ""));
    }
}
