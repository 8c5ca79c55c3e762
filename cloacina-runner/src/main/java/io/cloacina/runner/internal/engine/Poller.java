package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Agenda;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what other processes did: tasks they left, executions they ended; and for what comes due next. The interval
 * doubles while nothing is found and shrinks at once when something is. What this process does, it knows without looking.
 */
final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final EngineContext engine;
    private final Runnable wantClaim;
    private final Alarm promotion;
    private final Alarm sweep;
    private Duration interval;
    private volatile boolean lookWanted = true;

    Poller(EngineContext engine, Runnable wantClaim, Alarm promotion, Alarm sweep) {
        this.engine = engine;
        this.wantClaim = wantClaim;
        this.promotion = promotion;
        this.sweep = sweep;
        this.interval = engine.settings().polling().min();
    }

    /** The next poll looks even if no other process has changed anything: an alarm rang, and the next must be set. */
    void wantLook() {
        lookWanted = true;
    }

    /**
     * One poll. Blocks for at most two reads; throws nothing.
     *
     * @return how long to wait before the next one
     */
    Duration poll() {
        boolean found = false;
        try {
            found = isWorthALook() && look();
        } catch (StoreException e) {
            lookWanted = true;
            if (!engine.stopIfUnusable(e)) {
                LOG.warn("{}: could not look for work of other processes; looking again", engine.worker(), e);
            }
        }
        Duration max = longest();
        Duration doubled = interval.multipliedBy(2);
        interval = found ? engine.settings().polling().min() : doubled.compareTo(max) < 0 ? doubled : max;
        return jittered(interval);
    }

    /** Where the store calls, a poll only makes up for a call that was lost. */
    private Duration longest() {
        Duration max = engine.settings().polling().max();
        return engine.store().traits().wakeUps() == WakeUpKind.PUSH ? max.multipliedBy(2) : max;
    }

    private boolean isWorthALook() {
        boolean changed = engine.store().wakeUps().changedElsewhere();
        boolean wanted = lookWanted;
        lookWanted = false;
        return changed || wanted;
    }

    private boolean look() {
        boolean ended = tellWaiters();
        Agenda agenda = engine.store().queries().agenda(engine.definitions().served());
        if (agenda.claimable()) {
            wantClaim.run();
        }
        if (agenda.nextDue() != null) {
            promotion.in(agenda.nextDue());
        }
        if (agenda.nextDeadline() != null) {
            sweep.in(agenda.nextDeadline());
        }
        return ended || agenda.claimable();
    }

    private boolean tellWaiters() {
        Set<ExecutionId> awaited = engine.waiters().awaited();
        while (!awaited.isEmpty()) {
            try {
                return tellOfTerminal(awaited);
            } catch (StoreException.Unreadable e) {
                engine.waiters().fail(e.execution(), e);
                awaited = engine.waiters().awaited();
            }
        }
        return false;
    }

    private boolean tellOfTerminal(Set<ExecutionId> awaited) {
        List<ExecutionId> terminal = engine.store().queries().find(awaited).stream()
                .filter(execution -> execution.status().isTerminal())
                .map(ExecutionRecord::id)
                .toList();
        engine.waiters().terminal(terminal);
        return !terminal.isEmpty();
    }

    private Duration jittered(Duration base) {
        long nanos = base.toNanos();
        return Duration.ofNanos(nanos - nanos / 5 + engine.random().nextLong(nanos / 5 * 2 + 1));
    }
}
