package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.testsupport.Durability;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.StopMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that goes down as in a crash, and comes back, under a runner that goes on. */
class PostgresRestartTest extends Chapter implements BackendSource {

    private static final int CALLERS = 8;
    private static final int BETWEEN_RESTARTS = 150;

    private static EmbeddedPostgres server;

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private final Queue<ExecutionHandle> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    /** Waits for the disk: the others forget what they acknowledged when they crash. */
    @BeforeAll
    static void launch() {
        server = EmbeddedPostgres.launch(Durability.DURABLE);
    }

    @AfterAll
    static void shutDown() {
        server.close();
    }

    @Override
    public Backend newBackend() {
        return new PostgresBackend(server.newDatabase());
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void what_was_accepted_before_and_between_crashes_of_the_server_completes_and_no_body_is_repeated()
            throws Exception {
        DefaultRunner runner = open(runner().workflows(Shapes.diamond(journal()::ran)));
        List<Future<?>> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            callers.add(threads.submit(() -> startUntilEnough(runner)));
        }
        for (int crash = 1; crash <= 2; crash++) {
            awaitAccepted(crash * BETWEEN_RESTARTS);
            server.stop(StopMode.IMMEDIATE);
            server.start();
        }
        awaitAccepted(3 * BETWEEN_RESTARTS);
        enough.set(true);
        for (Future<?> caller : callers) {
            caller.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        assertThat(accepted).allSatisfy(Chapter::assertCompleted);
        assertThat(journal().runs())
                .allSatisfy((task, runs) -> assertThat(runs).as(task).isEqualTo(1));
        assertNoLeaseExpired(runner, accepted.stream().map(ExecutionHandle::id).toList());
    }

    private void awaitAccepted(int executions) {
        await().atMost(PATIENCE).until(() -> accepted.size() >= executions);
    }

    /** A start that throws was not accepted, whatever became of it. */
    private void startUntilEnough(DefaultRunner runner) {
        while (!enough.get()) {
            try {
                accepted.add(runner.start(Shapes.DIAMOND, Secrets.context()));
            } catch (StoreException notAccepted) {
                assertThat(notAccepted).isNotInstanceOf(StoreException.Unusable.class);
            }
        }
    }
}
