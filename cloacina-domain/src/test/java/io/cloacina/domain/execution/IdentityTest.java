package io.cloacina.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final ExecutionId EARLY = ExecutionId.of("01900000-0000-7000-8000-000000000000");
    private static final ExecutionId LATE = ExecutionId.of("f1900000-0000-7000-8000-000000000000");

    @Test
    void ids_are_ordered_by_their_bytes_unsigned_as_databases_do() {
        assertThat(EARLY).isLessThan(LATE);
        assertThat(EARLY.value()).isGreaterThan(LATE.value());
        assertThat(new ExecutionId(new UUID(1, -1))).isGreaterThan(new ExecutionId(new UUID(1, 1)));
    }

    @Test
    void an_id_is_read_back_from_its_text() {
        assertThat(ExecutionId.of(EARLY.toString())).isEqualTo(EARLY);
        assertThatThrownBy(() -> ExecutionId.of("42")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tasks_are_ordered_by_execution_and_then_by_ordinal() {
        assertThat(new TaskRef(EARLY, 9)).isLessThan(new TaskRef(LATE, 0)).isGreaterThan(new TaskRef(EARLY, 8));
    }

    @Test
    void ordinals_start_at_zero_and_epochs_at_one() {
        assertThatThrownBy(() -> new TaskRef(EARLY, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new ClaimRef(new TaskRef(EARLY, 0), 0)).hasMessageContaining("at least 1");
    }
}
