package io.cloacina.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.benchmarks.SmallHeap.Used;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A runner lives in a heap of 64 MiB, and what waits in its database is not in it. */
@Timeout(120)
class SmallHeapTest {

    private static final long MEBIBYTE = 1024;

    private final Backend backend = new SqliteBackend("NORMAL");

    @Test
    void thousands_of_executions_run_in_a_small_heap() {
        Used used = SmallHeap.work(backend, 3_000);
        assertThat(used.most()).as("KiB left by a collection").isLessThan(20 * MEBIBYTE);
        assertThat(used.live()).as("KiB at the end").isLessThan(14 * MEBIBYTE);
    }

    @Test
    void executions_that_wait_take_no_heap() throws Exception {
        Used one = SmallHeap.beside(backend, 1);
        Used many = SmallHeap.beside(backend, 20_000);
        assertThat(many.live() - one.live()).as("KiB more").isLessThan(MEBIBYTE);
    }
}
