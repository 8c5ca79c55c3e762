package io.cloacina.domain.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.trigger.TriggerRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionDocumentTest {

    private final WorkflowDefinition definition = Definitions.of(List.of(
            Definitions.task("a", List.of(), TriggerRule.allCompleted()),
            Definitions.task("b", List.of("a"), TriggerRule.anyFailed())));

    private final JsonObject stored = definition.toJson();

    @Test
    void every_definition_survives_being_stored() {
        SeededCases.check(200, random -> {
            WorkflowDefinition original = Definitions.of(Definitions.randomTasks(random, 8));
            WorkflowDefinition read = WorkflowDefinition.fromJson(original.toJson());
            assertThat(read.id()).isEqualTo(original.id());
            assertThat(read.tasks()).isEqualTo(original.tasks());
            assertThat(read.toJson()).isEqualTo(original.toJson());
        });
    }

    @Test
    void the_stored_form_says_everything_and_needs_no_default() {
        assertThat(stored)
                .hasToString("{\"format\":1,\"name\":\"test\",\"onConflict\":\"LAST_DECLARED\",\"tasks\":["
                        + "{\"after\":[],\"codeVersion\":\"\",\"id\":\"a\",\"retry\":" + retry()
                        + ",\"timeout\":\"PT5M\",\"when\":{\"kind\":\"allCompleted\"}},"
                        + "{\"after\":[\"a\"],\"codeVersion\":\"\",\"id\":\"b\",\"retry\":" + retry()
                        + ",\"timeout\":\"PT5M\",\"when\":{\"kind\":\"anyFailed\"}}],\"timeout\":null}");
    }

    private String retry() {
        return definition.tasks().get(0).retry().toJson().canonical();
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "name", "onConflict", "timeout", "tasks"})
    void a_missing_member_is_an_error(String member) {
        refuses(without(stored, member), "$." + member, "missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "after", "when", "retry", "timeout", "codeVersion"})
    void a_missing_member_of_a_task_is_an_error(String member) {
        refuses(withTask(1, without(task(1), member)), "$.tasks[1]." + member, "missing");
    }

    @Test
    void an_unknown_member_is_an_error() {
        refuses(with(stored, "queue", new JsonString("fast")), "$.queue", "unknown");
        refuses(withTask(0, with(task(0), "queue", new JsonString("fast"))), "$.tasks[0].queue", "unknown");
    }

    @Test
    void an_unknown_format_is_an_error() {
        refuses(with(stored, "format", JsonNumber.of(2)), "$.format", "unknown");
    }

    @Test
    void an_unknown_conflict_policy_is_an_error() {
        refuses(with(stored, "onConflict", new JsonString("FIRST")), "$.onConflict", "unknown");
    }

    @Test
    void an_unknown_rule_is_an_error_that_says_where() {
        JsonObject rule = JsonObject.builder().add("kind", "majority").build();
        refuses(withTask(1, with(task(1), "when", rule)), "$.tasks[1].when.kind", "unknown");
    }

    @Test
    void values_must_be_of_the_right_kind() {
        refuses(JsonNull.NULL, "$", "expected an object");
        refuses(with(stored, "name", JsonNull.NULL), "$.name", "expected a string");
        refuses(with(stored, "timeout", new JsonString("an hour")), "$.timeout", "not an ISO-8601 duration");
        refuses(with(stored, "timeout", JsonNumber.of(1)), "$.timeout", "expected a duration or null");
        refuses(withTask(0, with(task(0), "timeout", JsonNull.NULL)), "$.tasks[0].timeout", "expected a duration");
        refuses(withTask(1, with(task(1), "after", JsonArray.of(JsonNull.NULL))), "$.tasks[1].after", "strings");
    }

    @Test
    void a_document_that_is_no_valid_workflow_is_an_error() {
        refuses(with(stored, "tasks", JsonArray.EMPTY), "$", "not a valid workflow");
        refuses(withTask(0, with(task(0), "id", new JsonString("z"))), "$", "not a valid workflow");
    }

    @Test
    void tasks_out_of_order_are_an_error_because_their_index_is_their_ordinal() {
        List<JsonValue> reversed = new ArrayList<>(tasks());
        Collections.reverse(reversed);
        refuses(with(stored, "tasks", new JsonArray(reversed)), "$.tasks", "not in canonical order");
    }

    private List<JsonValue> tasks() {
        return ((JsonArray) stored.get("tasks").orElseThrow()).elements();
    }

    private JsonObject task(int ordinal) {
        return (JsonObject) tasks().get(ordinal);
    }

    private JsonObject withTask(int ordinal, JsonObject task) {
        List<JsonValue> changed = new ArrayList<>(tasks());
        changed.set(ordinal, task);
        return with(stored, "tasks", new JsonArray(changed));
    }

    private static JsonObject with(JsonObject object, String member, JsonValue value) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put(member, value);
        return new JsonObject(members);
    }

    private static JsonObject without(JsonObject object, String member) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.remove(member);
        return new JsonObject(members);
    }

    private static void refuses(JsonValue document, String where, String problem) {
        assertThatThrownBy(() -> WorkflowDefinition.fromJson(document))
                .isInstanceOfSatisfying(
                        MalformedDefinitionException.class,
                        refused -> assertThat(refused.where()).isEqualTo(where))
                .hasMessageContaining(problem);
    }
}
