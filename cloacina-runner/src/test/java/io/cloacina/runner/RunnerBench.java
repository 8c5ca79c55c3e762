package io.cloacina.runner;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import io.cloacina.runner.internal.system.SystemTimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens runners on one shared in-memory database; closes them after the test and checks the database's invariants. */
final class RunnerBench implements AfterEachCallback {

    /** Leases and polls that are short enough for a test to wait for. */
    static final UnaryOperator<RunnerSettings> BRISK = settings -> settings.withLeases(
                    new LeaseSettings(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(100), 3))
            .withPolling(new PollSettings(Duration.ofMillis(2), Duration.ofMillis(20)))
            .withShutdownGrace(Duration.ofMillis(200));

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final List<DefaultRunner> opened = new ArrayList<>();

    InMemoryStore store() {
        return store(FaultPoints.NONE);
    }

    InMemoryStore store(FaultPoints faults) {
        return InMemoryStore.open(database, new SystemTimeSource(), WakeUpKind.PUSH, faults);
    }

    DefaultRunner open(Workflow... workflows) {
        return open(builder().workflows(workflows));
    }

    RunnerBuilder builder() {
        return builder(FaultPoints.NONE);
    }

    RunnerBuilder builder(FaultPoints faults) {
        return DefaultRunner.builder().store(store(faults)).settings(BRISK);
    }

    DefaultRunner open(RunnerBuilder builder) {
        DefaultRunner runner = builder.open();
        opened.add(runner);
        return runner;
    }

    /** Waits for something that comes about without an event to wait for. */
    void awaitUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened.forEach(DefaultRunner::close);
        database.checkInvariants();
    }
}
