package io.cloacina.runner.internal.engine;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ContextReads;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import io.cloacina.ports.TimeSource;
import io.cloacina.runner.RunnerSettings;
import io.cloacina.runner.StartOptions;
import io.cloacina.runner.internal.api.NewExecutions;
import io.cloacina.runner.internal.system.RunnerThreads;
import io.cloacina.runner.internal.system.TaskThreads;
import io.cloacina.runner.internal.system.UuidV7Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** One write loop on an in-memory store, stepped by hand at a time that stands still. */
final class LoopBench {

    final Workflow workflow =
            Workflow.named("single").task("only", context -> {}).build();
    final InMemoryDatabase database = new InMemoryDatabase();
    final StandingTime time = new StandingTime();
    final List<RuntimeException> halts = new ArrayList<>();
    final EngineContext engine;
    final Inbox inbox = new Inbox(() -> {});
    final WriteLoop loop;
    final TaskThreads threads = new RunnerThreads("bench").tasks();
    private final Routes routes = new Routes(List.of(inbox));
    private final NewExecutions newExecutions;

    LoopBench(FaultPoints faults) {
        this(faults, store -> store);
    }

    LoopBench(FaultPoints faults, UnaryOperator<ExecutionStore> around) {
        RunnerSettings settings = RunnerSettings.DEFAULT;
        ExecutionStore store = around.apply(InMemoryStore.open(database, time, WakeUpKind.PUSH, faults));
        Definitions definitions = new Definitions(store, List.of(workflow));
        definitions.register(time, new Pauses(RandomGenerator.getDefault()), new RunnerThreads("bench").signal());
        Timers never = (delay, action) -> () -> {};
        engine = new EngineContext(
                "bench",
                settings,
                store,
                time,
                never,
                RandomGenerator.getDefault(),
                definitions,
                new RecentContexts(store.queries(), 1000),
                new Slots(0, time),
                new HeldTasks("bench"),
                new Quarantine(),
                new Waiters(),
                halts::add);
        loop = new WriteLoop(engine, 0, inbox, outcome(never));
        newExecutions = new NewExecutions(definitions, new UuidV7Source(time), settings.payloads());
    }

    private GroupOutcome outcome(Timers timers) {
        Alarm never = new Alarm(time, timers, () -> {});
        return new GroupOutcome(
                engine,
                new Bodies(engine, threads, Runnable::run, routes),
                new ListenerQueue("bench", List.of(), Runnable::run, time),
                routes,
                never,
                never);
    }

    /** Bodies whose inputs are read from there. */
    Bodies bodies(ContextReads reads) {
        EngineContext other = new EngineContext(
                engine.worker(),
                engine.settings(),
                engine.store(),
                time,
                engine.timers(),
                engine.random(),
                engine.definitions(),
                new RecentContexts(reads, 0),
                engine.slots(),
                engine.held(),
                engine.quarantine(),
                engine.waiters(),
                why -> {});
        return new Bodies(other, threads, Runnable::run, routes);
    }

    /** The same engine as a runner has it that registered this workflow instead. */
    EngineContext engineOf(Workflow other) {
        Definitions definitions = new Definitions(engine.store(), List.of(other));
        definitions.register(time, new Pauses(engine.random()), new RunnerThreads("bench").signal());
        return new EngineContext(
                engine.worker(),
                engine.settings(),
                engine.store(),
                time,
                engine.timers(),
                engine.random(),
                definitions,
                engine.contexts(),
                engine.slots(),
                engine.held(),
                engine.quarantine(),
                engine.waiters(),
                halts::add);
    }

    /** Bodies whose reader never comes to anything. */
    Bodies bodiesWithoutReader() {
        return new Bodies(engine, threads, read -> {}, routes);
    }

    CompletableFuture<Admission> submit() {
        return submit(StartOptions.none());
    }

    CompletableFuture<Admission> submit(StartOptions options) {
        NewExecution newcomer = newExecutions.of("single", Context.empty(), options);
        CompletableFuture<Admission> answer = new CompletableFuture<>();
        inbox.add(new Submission(newcomer, answer, time.nanoTime()));
        return answer;
    }

    /** Claims so many tasks of what was submitted and stored, not by the loop. */
    List<Claim> claim(int tasks, Duration lease) {
        Group claiming = new Group(List.of(), tasks, Search.READY);
        GroupTransaction work = new GroupTransaction(claiming, engine.definitions(), "bench", lease);
        return engine.store().transact(Lane.WORK, work).claims();
    }

    /** A clock that moves when it is told to. */
    static final class StandingTime implements TimeSource {

        private Duration since = Duration.ZERO;

        void advance(Duration by) {
            since = since.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plus(since);
        }

        @Override
        public long nanoTime() {
            return since.toNanos();
        }
    }
}
