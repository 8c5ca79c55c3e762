package io.cloacina.runner.internal.json;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.StoredDefinition;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionCodecTest {

    private static final TaskBody NOTHING = context -> {};

    private final WorkflowDefinition orders = Workflow.named("orders")
            .task("fetch", NOTHING)
            .task("weigh", NOTHING)
            .task("ship", NOTHING, after("weigh", "fetch").timeout(Duration.ofMinutes(1)))
            .task("sorry", NOTHING, after("ship").when(TriggerRule.anyFailed()))
            .timeout(Duration.ofHours(1))
            .build()
            .definition();

    @Test
    void the_stored_form_has_ordinals_and_the_canonical_document() {
        StoredDefinition stored = DefinitionCodec.toStored(orders);

        assertThat(stored.id()).isEqualTo(orders.id());
        assertThat(stored.name()).isEqualTo("orders");
        assertThat(stored.version()).isEqualTo(orders.version());
        assertThat(stored.document()).isEqualTo(orders.toJson().canonical());
        assertThat(stored.tasks())
                .containsExactly(
                        new StoredDefinition.Task("fetch", List.of()),
                        new StoredDefinition.Task("weigh", List.of()),
                        new StoredDefinition.Task("ship", List.of(1, 0)),
                        new StoredDefinition.Task("sorry", List.of(2)));
    }

    @Test
    void what_is_stored_is_read_back() {
        WorkflowDefinition decoded = DefinitionCodec.fromStored(DefinitionCodec.toStored(orders));

        assertThat(decoded).isEqualTo(orders);
        assertThat(decoded.toJson()).isEqualTo(orders.toJson());
    }

    @Test
    void other_notation_of_the_same_document_is_read() {
        StoredDefinition stored = DefinitionCodec.toStored(orders);

        assertThat(DefinitionCodec.fromStored(with(stored, stored.document().replace(",", " ,\n"))))
                .isEqualTo(orders);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"format\":1}", "null"})
    void a_document_that_is_no_definition_is_refused(String document) {
        StoredDefinition damaged = with(DefinitionCodec.toStored(orders), document);

        assertThatThrownBy(() -> DefinitionCodec.fromStored(damaged)).isInstanceOf(MalformedDefinitionException.class);
    }

    @Test
    void a_document_that_is_another_definition_is_refused() {
        StoredDefinition stored = DefinitionCodec.toStored(orders);
        StoredDefinition tampered = with(stored, stored.document().replace("PT1M", "PT2M"));

        assertThatThrownBy(() -> DefinitionCodec.fromStored(tampered))
                .isInstanceOf(MalformedDefinitionException.class)
                .hasMessageContaining(stored.id().toString());
    }

    @Test
    void columns_that_do_not_fit_the_document_are_refused() {
        StoredDefinition stored = DefinitionCodec.toStored(orders);
        String document = stored.document();

        assertRefused(new StoredDefinition(new UUID(0, 0), "orders", stored.version(), document, stored.tasks()));
        assertRefused(new StoredDefinition(stored.id(), "other", stored.version(), document, stored.tasks()));
        assertRefused(new StoredDefinition(stored.id(), "orders", "0000000000000000", document, stored.tasks()));
        assertRefused(new StoredDefinition(stored.id(), "orders", stored.version(), document, List.of()));
    }

    private static void assertRefused(StoredDefinition stored) {
        assertThatThrownBy(() -> DefinitionCodec.fromStored(stored)).isInstanceOf(MalformedDefinitionException.class);
    }

    private static StoredDefinition with(StoredDefinition stored, String document) {
        return new StoredDefinition(stored.id(), stored.name(), stored.version(), document, stored.tasks());
    }
}
