package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ContextReads;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.StoredContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentContextsTest {

    private final List<ContextRef> asked = new ArrayList<>();
    private final RecentContexts recent = new RecentContexts(new Stored(), 1_000);

    /** Has something for whatever is asked. */
    private final class Stored implements ContextReads {

        @Override
        public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
            return answer(contexts);
        }

        @Override
        public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
            return answer(contexts);
        }

        private Map<ContextRef, String> answer(Collection<ContextRef> contexts) {
            asked.addAll(contexts);
            Map<ContextRef, String> answer = new HashMap<>();
            contexts.forEach(ref -> answer.put(ref, "stored"));
            return answer;
        }
    }

    @Test
    void what_was_written_here_is_not_asked_of_the_store() {
        recent.add(new StoredContext(ref(1), "keys", "values"));
        assertThat(recent.contextKeys(List.of(ref(1)))).containsExactly(Map.entry(ref(1), "keys"));
        assertThat(recent.contextValues(List.of(ref(1)))).containsExactly(Map.entry(ref(1), "values"));
        assertThat(asked).isEmpty();
    }

    @Test
    void the_rest_is() {
        recent.add(new StoredContext(ref(1), "keys", "values"));
        assertThat(recent.contextKeys(List.of(ref(1), ref(2))))
                .containsOnly(Map.entry(ref(1), "keys"), Map.entry(ref(2), "stored"));
        assertThat(asked).containsExactly(ref(2));
    }

    @Test
    void the_oldest_make_room_for_new_ones() {
        String large = "x".repeat(300);
        for (int writer = 1; writer <= 4; writer++) {
            recent.add(new StoredContext(ref(writer), "{}", large));
        }
        recent.contextValues(List.of(ref(1), ref(2), ref(3), ref(4)));
        assertThat(asked).containsExactlyInAnyOrder(ref(1), ref(2));
    }

    @Test
    void one_that_is_larger_than_all_the_room_is_not_kept_and_drives_nobody_into_a_loop() {
        recent.add(new StoredContext(ref(1), "{}", "x".repeat(5_000)));
        assertThat(recent.contextValues(List.of(ref(1)))).containsValue("stored");
    }

    @Test
    void what_is_here_is_at_hand_only_if_it_is_short() {
        recent.add(new StoredContext(ref(1), "{}", "x".repeat(300)));
        assertThat(recent.has(List.of(ref(1)), 500)).isTrue();
        assertThat(recent.has(List.of(ref(1)), 300)).isFalse();
        assertThat(recent.has(List.of(ref(1), ref(2)), 500)).isFalse();
    }

    private static ContextRef ref(int writer) {
        return new ContextRef(new ExecutionId(new UUID(1, 1)), writer);
    }
}
