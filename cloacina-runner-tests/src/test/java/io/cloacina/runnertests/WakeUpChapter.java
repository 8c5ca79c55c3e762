package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.testsupport.ChildJvm;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How work that one process leaves is found by another one, and how its end is heard by the first. */
abstract class WakeUpChapter extends Chapter {

    private static final String BUSY = "busy";

    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final Workflow blocker = Workflow.named(BUSY)
            .task("wait", context -> {
                busy.countDown();
                free.await();
            })
            .build();

    @Test
    void a_runner_without_a_free_slot_gives_its_work_to_another_process_and_hears_of_its_end() throws Exception {
        DefaultRunner full =
                open(runner().workflows(blocker, Shapes.diamond(journal()::ran)).maxConcurrentTasks(1));
        ExecutionHandle own = full.start(BUSY, Secrets.context());
        busy.await();
        try (ChildJvm idle = IdleRunner.start(backend().url(), journal())) {
            idle.awaitLine("idle"::equals, PATIENCE);

            ExecutionHandle first = full.start(Shapes.DIAMOND, Secrets.context());
            CompletableFuture<ExecutionResult> told = first.completion();
            assertCompleted(first);
            assertThat(told.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).id()).isEqualTo(first.id());

            ExecutionHandle second = full.start(Shapes.DIAMOND, Secrets.context());
            assertCompleted(second);
            assertEachBodyRanOnce(List.of(first.id(), second.id()), Shapes.DIAMOND_TASKS);
            assertThat(journal().runsByProcess()).containsOnlyKeys(idle.pid());
        }
        free.countDown();
        assertCompleted(own);
    }
}
