package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.CountDown;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.HeldClaim;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.OpenedTask;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.TaskSettlement;
import io.cloacina.ports.TaskState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One transaction. It holds the database's lock, so {@link #lock} only reads and notes what may be changed. */
final class InMemoryTransaction implements StoreTransaction {

    private final Tables tables;
    private final StoreClock clock;
    private final Claims claims;
    private final Progressions progressions;
    private final Discipline discipline = new Discipline();
    private @Nullable RuntimeException broken;

    InMemoryTransaction(Tables tables, StoreClock clock) {
        this.tables = tables;
        this.clock = clock;
        this.claims = new Claims(tables, clock);
        this.progressions = new Progressions(tables, clock);
    }

    /** Ends the use of this object. */
    void end() {
        discipline.end();
    }

    /** Throws again what the work swallowed: nothing may be committed after an error. */
    void requireUnbroken() {
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public List<LockedExecution> lock(Collection<ExecutionId> executions) {
        return moment(() -> {
            discipline.lock(executions);
            return executions.stream()
                    .distinct()
                    .sorted()
                    .flatMap(id -> tables.executions.find(id).stream())
                    .map(ExecutionRow::toLocked)
                    .toList();
        });
    }

    @Override
    public List<Admission> admit(List<NewExecution> executions) {
        return moment(() -> {
            discipline.change(Stream.empty());
            executions.forEach(execution -> discipline.admitted(execution.id()));
            Admissions admissions = new Admissions(tables, clock);
            return executions.stream().map(admissions::admit).toList();
        });
    }

    @Override
    public List<ClaimEnd> end(List<ClaimEnd> ends) {
        return moment(() -> {
            discipline.change(ends.stream().map(end -> end.claim().task().execution()));
            return ends.stream().filter(claims::end).toList();
        });
    }

    @Override
    public void keep(List<StoredContext> contexts) {
        moment(() -> {
            discipline.change(contexts.stream().map(context -> context.ref().execution()));
            contexts.forEach(progressions::keep);
            return contexts;
        });
    }

    @Override
    public List<OpenedTask> countDown(List<CountDown> countDowns) {
        return moment(() -> {
            discipline.change(
                    countDowns.stream().map(countDown -> countDown.task().execution()));
            return countDowns.stream()
                    .flatMap(countDown -> progressions.countDown(countDown).stream())
                    .toList();
        });
    }

    @Override
    public List<TaskState> states(Collection<TaskRef> refs) {
        return moment(() -> refs.stream()
                .flatMap(ref -> tables.tasks.find(ref).stream())
                .map(row -> new TaskState(row.ref, row.status, row.epoch, row.openDependencies, row.unsuccessful))
                .toList());
    }

    @Override
    public void settle(List<TaskSettlement> tasks, List<ExecutionSettlement> executions) {
        moment(() -> {
            discipline.change(Stream.concat(
                    tasks.stream().map(settlement -> settlement.task().execution()),
                    executions.stream().map(ExecutionSettlement::id)));
            tasks.forEach(progressions::settle);
            executions.forEach(progressions::settle);
            return tasks;
        });
    }

    @Override
    public List<TaskRef> cancelUnstarted(Collection<ExecutionId> executions, String reason) {
        return moment(() -> {
            discipline.change(executions.stream());
            return executions.stream()
                    .flatMap(id -> progressions.cancelUnstarted(id, reason).stream())
                    .toList();
        });
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return moment(() -> {
            discipline.change(Stream.empty());
            return claims.claim(request);
        });
    }

    @Override
    public List<Claim> claimsOf(String worker) {
        return moment(() -> claims.of(worker));
    }

    @Override
    public List<HeldClaim> extend(Collection<ClaimRef> held, Duration lease) {
        return moment(() -> {
            discipline.change(Stream.empty());
            return held.stream()
                    .map(claim -> claims.extend(claim, lease))
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    @Override
    public int promoteDue(int limit) {
        return moment(() -> {
            discipline.change(Stream.empty());
            return progressions.promoteDue(limit);
        });
    }

    @Override
    public List<ExecutionId> park(Collection<ExecutionId> executions, @Nullable String reason) {
        return moment(() -> {
            discipline.change(Stream.empty());
            return executions.stream()
                    .filter(id -> progressions.park(id, reason))
                    .toList();
        });
    }

    @Override
    public void record(List<ExecutionEvent> events) {
        moment(() -> {
            discipline.record();
            events.forEach(this::append);
            return events;
        });
    }

    private void append(ExecutionEvent event) {
        if (!tables.executions.contains(event.execution())) {
            throw new StoreException.Refused("event of execution " + event.execution() + ", which is not stored", null);
        }
        long sequence = tables.nextSequence();
        tables.events.put(new EventKey(event.execution(), sequence), new RecordedEvent(sequence, clock.now(), event));
    }

    @Override
    public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
        return moment(() -> tables.read(contexts, StoredContext::keys));
    }

    @Override
    public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
        return moment(() -> tables.read(contexts, StoredContext::written));
    }

    private <T> T moment(Supplier<T> change) {
        try {
            requireUnbroken();
            discipline.requireInUse();
            return change.get();
        } catch (RuntimeException failure) {
            broken = failure;
            throw failure;
        }
    }
}
