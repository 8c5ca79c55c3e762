package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.StoredDefinition.Task;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** SCHEMA: definitions, and what the tables themselves refuse. */
abstract class SchemaRules extends Chapter {

    /** Not spelled: drivers log the text of a statement. */
    private static final String STORED_KEY = "(select min(idempotency_key) from workflow_executions)";

    @Rule("SCHEMA-1")
    void a_definition_reads_back_equal() {
        StoredDefinition diamond = engine().define(Shapes.diamond());
        StoredDefinition unicode = engine().define(Shapes.of(
                "Grüße 世界",
                "00000000000000ff",
                List.of(new Task("Schritt 1 'a\"b'", List.of()), new Task("步骤", List.of(0)))));

        assertThatItReadsBack(diamond);
        assertThatItReadsBack(unicode);
    }

    private void assertThatItReadsBack(StoredDefinition definition) {
        StoredDefinition stored = store().queries().definition(definition.id()).orElseThrow();
        assertThat(stored.name()).isEqualTo(definition.name());
        assertThat(stored.version()).isEqualTo(definition.version());
        assertThat(stored.tasks()).isEqualTo(definition.tasks());
        assertThat(JsonText.meaning(stored.document())).isEqualTo(JsonText.meaning(definition.document()));
    }

    @Rule("SCHEMA-1")
    void a_definition_may_have_ten_thousand_tasks() {
        assertThatItReadsBack(engine().define(Shapes.join(9_999)));
    }

    @Rule("SCHEMA-2")
    void a_definition_that_is_stored_is_left_alone() {
        StoredDefinition first = engine().define(Shapes.chain(3));
        StoredDefinition other = new StoredDefinition(
                first.id(), first.name(), first.version(), "{}", Shapes.chain(3).tasks());

        store().define(List.of(other, first, first));

        assertThatItReadsBack(first);
        assertThat(store().queries().definitionIds(List.of("chain-3"))).hasSize(1);
    }

    @Rule("SCHEMA-2")
    void many_processes_may_define_the_same_at_once() {
        PlainEngine other = secondEngine();
        List<StoredDefinition> all =
                Stream.iterate(1, size -> size + 1).limit(20).map(Shapes::chain).toList();

        Race.of(8, number -> {
            (number % 2 == 0 ? engine() : other).store().define(all);
            return number;
        });

        all.forEach(this::assertThatItReadsBack);
    }

    @Rule("SCHEMA-3")
    void every_version_of_a_workflow_is_found_by_its_name() {
        List<Task> tasks = Shapes.single("orders").tasks();
        StoredDefinition one = engine().define(Shapes.of("orders", "0000000000000001", tasks));
        StoredDefinition two = engine().define(Shapes.of("orders", "0000000000000002", tasks));
        StoredDefinition other = engine().define(Shapes.single("other"));
        engine().define(Shapes.single("unasked"));

        assertThat(store().queries().definitionIds(List.of("orders", "other")))
                .containsExactlyInAnyOrder(one.id(), two.id(), other.id());
    }

    @Rule("SCHEMA-4")
    void one_name_and_version_has_one_definition() {
        StoredDefinition first = engine().define(Shapes.single("orders"));
        StoredDefinition impostor =
                new StoredDefinition(new UUID(1, 1), first.name(), first.version(), first.document(), first.tasks());

        assertThatThrownBy(() -> store().define(List.of(impostor))).isInstanceOf(StoreException.Refused.class);
        assertThat(store().queries().definition(impostor.id())).isEmpty();
    }

    @Rule("SCHEMA-5")
    void every_store_of_a_database_declares_the_same_traits() {
        StoreTraits traits = store().traits();

        assertThat(traits).isEqualTo(harness().traits()).isEqualTo(store().traits());
        assertThat(traits.name()).isNotBlank();
        assertThat(traits.maxWriters()).isPositive();
        assertThat(traits.timePrecision()).isPositive();
    }

    @Rule("SCHEMA-6")
    @OnlyWith(Need.TABLES)
    void text_that_is_no_json_violates_a_constraint() {
        engine().start(Shapes.chain(2));

        assertRefused(ByHand.CONTEXT, "'{\"k\":0}'", "'{broken'");
        assertRefused(ByHand.CONTEXT, "'{\"k\":1}'", "'null and void'");
        assertRefused(ByHand.DEFINITION, "'{}'", "''");
        assertRefused("update task_contexts set keys = '{broken'");
        assertRefused("update task_contexts set written = 'null and void'");
        assertRefused("update workflow_definitions set document = ''");
    }

    @Rule("SCHEMA-7")
    @OnlyWith(Need.TABLES)
    void an_unknown_status_violates_a_constraint() {
        engine().start(Shapes.chain(2));

        assertRefused(ByHand.EXECUTION, "'PENDING'", "'DANCING'");
        assertRefused(ByHand.EXECUTION, "'CANCELLED'", "'LATE'");
        assertRefusedAfter(ByHand.EXECUTION, ByHand.TASK, "'READY'", "'DANCING'");
        assertRefused("update workflow_executions set status = 'DANCING'");
        assertRefused("update workflow_executions set status = 'pending'");
        assertRefused("update workflow_executions set ending = 'LATE'");
        assertRefused("update task_executions set status = 'DANCING'");
        assertRefused("update task_executions set status = ''");
    }

    @Rule("SCHEMA-8")
    @OnlyWith(Need.TABLES)
    void a_row_that_refers_to_nothing_violates_a_constraint() {
        engine().start(Shapes.chain(2));

        assertRefused(ByHand.DEFINED_TASK, "select definition_id", "select id");
        assertRefused(ByHand.DEPENDENCY, "select definition_id, 1", "select definition_id, 7");
        assertRefused(ByHand.EXECUTION, "select definition_id, definition_id", "select definition_id, id");
        assertRefusedAfter(ByHand.EXECUTION, ByHand.TASK, "select definition_id, 0", "select definition_id, 7");
        assertRefused(ByHand.TASK);
        assertRefused(ByHand.CONTEXT, "select id", "select definition_id");
        assertRefused(ByHand.EVENT, "select id", "select definition_id");
    }

    @Rule("SCHEMA-8")
    @OnlyWith(Need.TABLES)
    void a_change_that_leaves_a_dangling_reference_violates_a_constraint() {
        engine().start(Shapes.chain(2));

        assertRefused("update workflow_executions set definition_id = id");
        assertRefused("update task_executions set definition_id = execution_id");
        assertRefused("update task_contexts set execution_id = (select id from workflow_definitions)");
        assertRefused("update execution_events set execution_id = (select id from workflow_definitions)");
        assertRefused("update workflow_dependencies set definition_id = (select id from workflow_executions)");
        assertRefused("delete from workflow_executions");
        assertRefused("delete from workflow_tasks");
    }

    @Rule("SCHEMA-9")
    @OnlyWith(Need.TABLES)
    void a_duplicate_row_violates_a_constraint() {
        StoredDefinition chain = engine().define(Shapes.chain(2));
        engine().admit(Submission.of(chain).withKey("k"));

        assertRefusedAfter(ByHand.EXECUTION, ByHand.TASK, "select definition_id, 0", "select id, 0");
        assertRefused(ByHand.CONTEXT, "select id, 0", "select id, -1");
        assertRefused(ByHand.EXECUTION, "'by hand'", STORED_KEY);
        assertRefused(ByHand.DEFINED_TASK, "'by hand'", "'t0'");
        assertRefused(ByHand.DEFINED_TASK, "select definition_id, 9", "select definition_id, 0");
    }

    @Rule("SCHEMA-9")
    @OnlyWith(Need.TABLES)
    void a_change_into_a_duplicate_violates_a_constraint() {
        StoredDefinition pair = engine().define(Shapes.independent(2));
        engine().admit(Submission.of(pair).withKey("k"));
        engine().admit(Submission.of(pair).withKey("l"));

        assertRefused("update task_executions set ordinal = 0");
        assertRefused("update workflow_executions set idempotency_key = " + STORED_KEY);
        assertRefused("update workflow_tasks set name = 't0'");
    }

    @Rule("SCHEMA-10")
    @OnlyWith(Need.TABLES)
    void a_good_history_violates_no_invariant() {
        RawSql raw = rawSql();
        Damages.tell(engine());

        InvariantChecks.run(sql -> raw.rehearse(List.of(), sql));
    }

    @Rule("SCHEMA-10")
    @OnlyWith(Need.TABLES)
    void every_invariant_is_guarded_by_a_query_or_a_constraint() {
        RawSql raw = rawSql();
        Damages.tell(engine());

        Map<String, String> damages = Damages.byQuery();
        assertThat(damages.keySet()).isEqualTo(InvariantChecks.byName().keySet());
        InvariantChecks.byName()
                .forEach((name, sql) -> assertThat(isNoticed(raw, damages.getOrDefault(name, ""), sql))
                        .as(name)
                        .isTrue());
    }

    private static boolean isNoticed(RawSql raw, String damage, String query) {
        try {
            return !raw.rehearse(List.of(damage), query).isEmpty();
        } catch (RuntimeException refusedByConstraint) {
            return refusedByConstraint.getCause() != null;
        }
    }

    /** The row is accepted as it is, and refused when that part of it is bad. */
    private void assertRefused(String row, String part, String bad) {
        assertRefusedAfter("select 1", row, part, bad);
    }

    private void assertRefusedAfter(String before, String row, String part, String bad) {
        assertThat(row).containsOnlyOnce(part);
        assertThat(rawSql().rehearse(List.of(before, row), "select 1")).as(row).hasSize(1);
        assertThatItIsRefused(List.of(before, row.replace(part, bad)));
    }

    private void assertRefused(String statement) {
        assertThatItIsRefused(List.of(statement));
    }

    private void assertThatItIsRefused(List<String> statements) {
        RawSql raw = rawSql();
        assertThatThrownBy(() -> raw.rehearse(statements, "select 1"), "%s", String.join("; ", statements))
                .isInstanceOf(RuntimeException.class)
                .hasCauseInstanceOf(Exception.class);
    }

    private RawSql rawSql() {
        return harness().rawSql().orElseThrow();
    }
}
