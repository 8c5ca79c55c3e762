package io.cloacina.contract;

import io.cloacina.contract.forwarding.ForwardingTransaction;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Admission;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.CountDown;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.OpenedTask;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.TaskSettlement;
import io.cloacina.ports.TaskState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong about the other moments of a transaction. */
final class MomentFaults {

    private MomentFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                admitsAKeyTwice(),
                answersWithTheNewDigest(),
                forgetsTheTimeOut(),
                opensAJoinTooEarly(),
                settlesOnlyTheFirst(),
                forgetsHowManyFailed(),
                parksWithoutLooking(),
                writesOverAContext(),
                dropsAnEvent(),
                locksTwice(),
                promotesEverything());
    }

    private static Fault admitsAKeyTwice() {
        return Fault.inTransactions(
                "admits a key twice in one call", "ADMIT-3", good -> new ForwardingTransaction(good) {
                    @Override
                    public List<Admission> admit(List<NewExecution> executions) {
                        Set<@Nullable String> seen = new HashSet<>();
                        return good.admit(executions.stream()
                                .map(execution ->
                                        seen.add(execution.idempotencyKey()) ? execution : withoutKey(execution))
                                .toList());
                    }
                });
    }

    private static NewExecution withoutKey(NewExecution execution) {
        return new NewExecution(
                execution.id(),
                execution.definition(),
                null,
                execution.inputDigest(),
                execution.context(),
                execution.priority(),
                execution.timeout());
    }

    private static Fault answersWithTheNewDigest() {
        return Fault.inTransactions(
                "answers with the newcomer's digest", "ADMIT-4", good -> new ForwardingTransaction(good) {
                    @Override
                    public List<Admission> admit(List<NewExecution> executions) {
                        List<Admission> answers = good.admit(executions);
                        return IntStream.range(0, answers.size())
                                .mapToObj(at -> withDigest(
                                        answers.get(at), executions.get(at).inputDigest()))
                                .toList();
                    }
                });
    }

    private static Admission withDigest(Admission answer, String digest) {
        return new Admission(answer.requested(), answer.stored(), digest, answer.created());
    }

    private static Fault forgetsTheTimeOut() {
        return Fault.inTransactions("takes hours for days", "ADMIT-8", good -> new ForwardingTransaction(good) {
            @Override
            public List<Admission> admit(List<NewExecution> executions) {
                return good.admit(executions.stream().map(MomentFaults::inDays).toList());
            }
        });
    }

    private static NewExecution inDays(NewExecution execution) {
        boolean hours = execution.timeout() != null && execution.timeout().toHours() == 2;
        return new NewExecution(
                execution.id(),
                execution.definition(),
                execution.idempotencyKey(),
                execution.inputDigest(),
                execution.context(),
                execution.priority(),
                hours ? Objects.requireNonNull(execution.timeout()).multipliedBy(24) : execution.timeout());
    }

    private static Fault opensAJoinTooEarly() {
        return Fault.inTransactions(
                "opens a join with two dependencies still open", "READY-1", good -> new ForwardingTransaction(good) {
                    @Override
                    public List<OpenedTask> countDown(List<CountDown> countDowns) {
                        List<OpenedTask> opened = new ArrayList<>(good.countDown(countDowns));
                        good.states(countDowns.stream().map(CountDown::task).toList()).stream()
                                .filter(state -> state.openDependencies() == 2)
                                .map(MomentFaults::opened)
                                .forEach(opened::add);
                        return opened;
                    }
                });
    }

    private static OpenedTask opened(TaskState state) {
        return new OpenedTask(state.task(), state.unsuccessful());
    }

    private static Fault settlesOnlyTheFirst() {
        return Fault.inTransactions(
                "settles no more than five thousand tasks", "READY-9", good -> new ForwardingTransaction(good) {
                    @Override
                    public void settle(List<TaskSettlement> tasks, List<ExecutionSettlement> executions) {
                        good.settle(tasks.stream().limit(5_000).toList(), executions);
                    }
                });
    }

    private static Fault parksWithoutLooking() {
        return Fault.inTransactions(
                "says that it parked whatever it was given", "SETTLE-5", good -> new ForwardingTransaction(good) {
                    @Override
                    public List<ExecutionId> park(Collection<ExecutionId> executions, @Nullable String reason) {
                        good.park(executions, reason);
                        return List.copyOf(executions);
                    }
                });
    }

    private static Fault forgetsHowManyFailed() {
        return Fault.inTransactions("forgets how many failed", "SETTLE-1", good -> new ForwardingTransaction(good) {
            @Override
            public void settle(List<TaskSettlement> tasks, List<ExecutionSettlement> executions) {
                good.settle(
                        tasks,
                        executions.stream().map(MomentFaults::withoutFailures).toList());
            }
        });
    }

    private static ExecutionSettlement withoutFailures(ExecutionSettlement settlement) {
        return new ExecutionSettlement(
                settlement.id(),
                settlement.status(),
                settlement.openTasks(),
                0,
                settlement.ending(),
                settlement.reason());
    }

    private static Fault writesOverAContext() {
        return Fault.inTransactions(
                "keeps quiet about a second context", "CONTEXT-2", good -> new ForwardingTransaction(good) {
                    @Override
                    public void keep(List<StoredContext> contexts) {
                        Set<ContextRef> there = good.contextKeys(contexts.stream()
                                        .map(StoredContext::ref)
                                        .toList())
                                .keySet();
                        good.keep(contexts.stream()
                                .filter(context -> !there.contains(context.ref()))
                                .toList());
                    }
                });
    }

    private static Fault dropsAnEvent() {
        return Fault.inTransactions(
                "drops an event with an empty detail", "HISTORY-1", good -> new ForwardingTransaction(good) {
                    @Override
                    public void record(List<ExecutionEvent> events) {
                        good.record(events.stream()
                                .filter(event -> !"".equals(event.detail()))
                                .toList());
                    }
                });
    }

    private static Fault locksTwice() {
        return Fault.inTransactions("answers twice who asks twice", "LOCK-5", good -> new ForwardingTransaction(good) {
            @Override
            public List<LockedExecution> lock(Collection<ExecutionId> executions) {
                List<LockedExecution> locked = good.lock(executions);
                return executions.stream()
                        .flatMap(id -> locked.stream().filter(one -> one.id().equals(id)))
                        .toList();
            }
        });
    }

    private static Fault promotesEverything() {
        return Fault.inTransactions("promotes all that is due", "TIME-3", good -> new ForwardingTransaction(good) {
            @Override
            public int promoteDue(int limit) {
                return good.promoteDue(limit == 0 ? 0 : Integer.MAX_VALUE);
            }
        });
    }
}
