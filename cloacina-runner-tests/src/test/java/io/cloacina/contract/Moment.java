package io.cloacina.contract;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.ExecutionStore.TransactionWork;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import io.cloacina.ports.StoredDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One thing that a store is asked, on an execution of its own that has come as far as it needs. The plain engine of the contract
 * does it, so that the invariants hold before and after.
 *
 * @param changes whether something is stored by it; otherwise it answers, and always the same
 */
public record Moment(
        String name, boolean changes, BiFunction<PlainEngine, StoredDefinition, Supplier<Object>> prepared) {

    private static final String WORKER = "worker";

    /** Asked once before, for what happened so far. */
    private static final Moment CHANGED_ELSEWHERE = new Moment("changed elsewhere", false, (engine, definition) -> {
        engine.start(definition);
        engine.store().wakeUps().changedElsewhere();
        return () -> engine.store().wakeUps().changedElsewhere();
    });

    /** Every moment of the ports. */
    static List<Moment> all() {
        return Stream.of(
                        thatChange(),
                        thatEndClaims(),
                        thatReadInTransactions(),
                        thatAsk(),
                        Stream.of(CHANGED_ELSEWHERE))
                .flatMap(moments -> moments)
                .toList();
    }

    /** Those for which such a store needs its database: one that calls back does not ask for changes. */
    public static List<Moment> of(StoreTraits traits) {
        return all().stream()
                .filter(moment -> traits.wakeUps() == WakeUpKind.POLL || !moment.equals(CHANGED_ELSEWHERE))
                .toList();
    }

    /** Does what comes before, under that name of a workflow; then it is ready to be done. */
    public Supplier<Object> prepare(ExecutionStore store, String workflow) {
        StoredDefinition fan = Shapes.fan(2);
        return prepared.apply(new PlainEngine(store, WORKER), Shapes.of(workflow, fan.version(), fan.tasks()));
    }

    private static Stream<Moment> thatChange() {
        return Stream.of(
                new Moment("define", true, (engine, definition) -> () -> engine.define(definition)),
                new Moment("admit", true, (engine, definition) -> {
                    engine.define(definition);
                    return () -> engine.admit(Submission.of(definition).withKey(definition.name()));
                }),
                new Moment("claim", true, (engine, definition) -> {
                    engine.start(definition);
                    return () -> engine.claim(1, definition);
                }),
                claimed("cancel", (engine, claim) -> engine.cancel(idOf(claim))),
                claimed("time out", (engine, claim) -> engine.timeOut(idOf(claim))),
                claimed("extend", (engine, claim) -> extend(engine, claim, PlainEngine.LEASE)),
                claimed(
                        "park",
                        (engine, claim) -> engine.transact(tx -> {
                            tx.lock(List.of(idOf(claim)));
                            tx.park(List.of(idOf(claim)), "unknown");
                            tx.record(List.of(engine.events().of(idOf(claim), EventKind.EXECUTION_PARKED, null)));
                            return "parked";
                        })),
                new Moment("promote", true, (engine, definition) -> {
                    engine.start(definition);
                    engine.end(engine.claimOne(definition), ClaimEnd.Kind.RETRY, Duration.ofNanos(1_000));
                    return () -> engine.transact(tx -> tx.promoteDue(1));
                }));
    }

    /** Each way there is; what is taken away has expired before, and what is cancelled is to end. */
    private static Stream<Moment> thatEndClaims() {
        return Stream.of(ClaimEnd.Kind.values())
                .map(kind -> new Moment("end " + kind, true, (engine, definition) -> {
                    engine.start(definition);
                    Claim claim = engine.claimOne(definition);
                    if (kind.onlyIfExpired()) {
                        extend(engine, claim, Duration.ofNanos(1_000));
                    } else if (kind == ClaimEnd.Kind.CANCELLED) {
                        engine.cancel(idOf(claim));
                    }
                    Duration dueIn = kind == ClaimEnd.Kind.RETRY ? Duration.ofHours(1) : Duration.ZERO;
                    return () -> engine.end(claim, kind, dueIn);
                }));
    }

    private static Object extend(PlainEngine engine, Claim claim, Duration lease) {
        return engine.store().transact(Lane.HEARTBEAT, tx -> tx.extend(List.of(claim.ref()), lease));
    }

    private static Moment claimed(String name, BiFunction<PlainEngine, Claim, Object> done) {
        return new Moment(name, true, (engine, definition) -> {
            engine.start(definition);
            Claim claim = engine.claimOne(definition);
            return () -> done.apply(engine, claim);
        });
    }

    private static ExecutionId idOf(Claim claim) {
        return claim.ref().task().execution();
    }

    private static Stream<Moment> thatReadInTransactions() {
        return Stream.of(
                reading("claims of a worker", id -> tx -> tx.claimsOf(WORKER)),
                reading("lock", id -> tx -> tx.lock(List.of(id))),
                reading("states", id -> tx -> tx.states(List.of(new TaskRef(id, 0)))),
                reading("context keys", id -> tx -> tx.contextKeys(List.of(start(id)))),
                reading("context values", id -> tx -> tx.contextValues(List.of(start(id)))));
    }

    private static ContextRef start(ExecutionId id) {
        return new ContextRef(id, ContextRef.INITIAL);
    }

    private static Moment reading(String name, Function<ExecutionId, TransactionWork<?>> read) {
        return new Moment(name, false, (engine, definition) -> {
            TransactionWork<?> work = read.apply(engine.start(definition));
            return () -> engine.transact(work);
        });
    }

    private static Stream<Moment> thatAsk() {
        return Stream.of(
                asking("find", (queries, id) -> queries.find(List.of(id))),
                asking("find one", ExecutionQueries::find),
                asking("list", (queries, id) -> queries.list(new ExecutionFilter(null, Set.of(), null, 9))),
                asking("tasks", ExecutionQueries::tasks),
                asking("find with tasks", ExecutionQueries::findWithTasks),
                asking("history", (queries, id) -> queries.history(id, 0, 9)),
                asking("expired claims", (queries, id) -> queries.expiredClaims(9)),
                asking("overdue executions", (queries, id) -> queries.overdueExecutions(9)),
                asking("keys of contexts", (queries, id) -> queries.contextKeys(List.of(start(id)))),
                asking("values of contexts", (queries, id) -> queries.contextValues(List.of(start(id)))),
                definitions("definition ids", (queries, it) -> queries.definitionIds(List.of(it.name()))),
                definitions("definition", (queries, it) -> queries.definition(it.id())),
                definitions("agenda", (queries, it) -> queries.agenda(List.of(it.id()))),
                definitions("open executions", (queries, it) -> queries.openExecutions(List.of(it.id()), false, 9)));
    }

    private static Moment asking(String name, BiFunction<ExecutionQueries, ExecutionId, Object> query) {
        return new Moment(name, false, (engine, definition) -> {
            ExecutionId id = engine.start(definition);
            return () -> query.apply(engine.store().queries(), id);
        });
    }

    private static Moment definitions(String name, BiFunction<ExecutionQueries, StoredDefinition, Object> query) {
        return new Moment(name, false, (engine, definition) -> {
            engine.start(definition);
            return () -> query.apply(engine.store().queries(), definition);
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
