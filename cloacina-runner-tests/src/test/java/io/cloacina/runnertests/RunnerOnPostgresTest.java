package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The suite on a real server. */
class RunnerOnPostgresTest extends RunnerSuite {

    @Override
    public Backend newBackend() {
        return new PostgresBackend();
    }

    @Nested
    class DifferentClocks extends DifferentClocksChapter {}

    @Test
    void what_the_suite_proves_here_it_proves_for_two_write_loops_and_for_announcements() {
        try (Backend backend = newBackend();
                ExecutionStore store = Stores.open(backend.url())) {
            assertThat(store.traits().maxWriters()).isGreaterThan(1);
            assertThat(store.traits().wakeUps()).isEqualTo(WakeUpKind.PUSH);
        }
    }
}
