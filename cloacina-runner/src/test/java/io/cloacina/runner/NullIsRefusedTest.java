package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import io.cloacina.runner.internal.system.SystemTimeSource;
import io.cloacina.testsupport.NullCall;
import io.cloacina.testsupport.NullSweep;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public entry of the runner says which argument was null, and what to give instead, and stores nothing. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NullIsRefusedTest {

    private static final String MADE = "made by the runner, read by the user; Objects.requireNonNull is enough";
    private static final String TOLD = "an exception, made by the library itself";
    private static final String STARTED = "called by the JVM, with an array";
    private static final String CALLED = "called by the runner, implemented by the user";

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final DefaultRunner runner = DefaultRunner.builder()
            .store(store())
            .workflows(Workflow.named("sample").task("sample", context -> {}).build())
            .open();
    private final ExecutionResult result = runner.execute("sample", Context.empty());

    private InMemoryStore store() {
        return InMemoryStore.open(database, new SystemTimeSource(), WakeUpKind.PUSH, FaultPoints.NONE);
    }

    @AfterAll
    void close() {
        runner.close();
        database.checkInvariants();
    }

    List<NullCall> calls() {
        return NullSweep.ofPackagesOf(DefaultRunner.class)
                .sample(DefaultRunner.class, runner)
                .sample(ExecutionHandle.class, runner.handleOf(result.id()).orElseThrow())
                .sample(ExecutionResult.class, result)
                .sample(ExecutionId.class, result.id())
                .sample(ExecutionFilter.class, new ExecutionFilter(null, Set.of(), null, 1))
                .sample(ExecutionStore.class, store())
                .sample(Context.class, Context.empty())
                .sample(StartOptions.class, StartOptions.none())
                .sample(RunnerBuilder.class, DefaultRunner.builder())
                .sample(RunnerListener.class, RunnerListener.NONE)
                .sample(RunnerSettings.class, RunnerSettings.DEFAULT)
                .sample(LeaseSettings.class, LeaseSettings.DEFAULT)
                .sample(PollSettings.class, PollSettings.DEFAULT)
                .sample(ErrorTextSettings.class, ErrorTextSettings.DEFAULT)
                .sample(PayloadLimits.class, PayloadLimits.DEFAULT)
                .sample(UnaryOperator.class, UnaryOperator.identity())
                .except(MADE, "ExecutionResult.new", "FinalContext", "Explanation", "TaskResult", "TransitionEvent")
                .except(TOLD, "RunnerException")
                .except(STARTED, "Verify.main")
                .except(CALLED, "RunnerListener")
                .calls();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void null_is_refused_in_a_sentence_that_names_it_and_the_remedy(NullCall call) {
        assertThat(call.thrown())
                .as("what %s throws", call)
                .get()
                .isInstanceOf(RefusedArgumentException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .matches("(the|a) .+ must not be null; \\w+ .+\\.");
        assertThat(runner.list(new ExecutionFilter(null, Set.of(), null, ExecutionFilter.MAX_LIMIT)))
                .singleElement()
                .satisfies(only -> assertThat(only.status()).isEqualTo(ExecutionStatus.COMPLETED));
    }
}
