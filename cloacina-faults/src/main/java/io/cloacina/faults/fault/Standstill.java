package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.journal.Entry.Kind;
import io.cloacina.faults.journal.Span;
import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.Slot;
import io.cloacina.faults.stage.Stage;
import io.cloacina.testsupport.Waiting;
import java.time.Duration;
import java.util.Optional;

/**
 * A process that stands still, and the proof that it did: it says so itself when it goes on. While it has the only write lock there
 * is, it keeps everybody from writing; otherwise it costs nobody else a lease.
 */
final class Standstill {

    /** In the chronicle: what happens to all others meanwhile. */
    private static final String KEEPS_ALL_OUT = "KeepsAllOut";

    /** By then every thread of it stands still, where the system says nothing about that. */
    private static final int BY_THEN = 8;

    private final Slot slot;
    private final Child victim;
    private final Duration lease;

    Standstill(Slot slot, Child victim) {
        this.slot = slot;
        this.victim = victim;
        this.lease = slot.stage().lease();
    }

    /** Of a process that stands still as of now: lets it go on after that time, and returns when that costs nobody anything any more. */
    void lasts(String what, Duration time) {
        Blow blow = slot.chronicle().begins(what, victim.name());
        awaitStop();
        Optional<Blow> onAll = slot.stage().database().isWrittenOnlyBy(victim.pid())
                ? Optional.of(slot.chronicle().begins(KEEPS_ALL_OUT, Blow.EVERYBODY))
                : Optional.empty();
        Moments.pass(time.toMillis());
        victim.resume();
        Waiting.require(
                () -> stoodStill(blow.span()), Stage.PATIENCE, victim.name() + " does not say that it stood still");
        Moments.pass(lease.toMillis() / 2);
        blow.over();
        onAll.ifPresent(Blow::over);
    }

    private void awaitStop() {
        StoppedThreads threads = new StoppedThreads(victim.pid());
        if (threads.areVisible()) {
            Waiting.require(
                    () -> !victim.isRunning() || threads.areAll(), Stage.PATIENCE, victim.name() + " does not stop");
        } else {
            Moments.pass(lease.toMillis() / BY_THEN);
        }
    }

    private boolean stoodStill(Span blow) {
        return slot.stage().journal().stream()
                .filter(entry ->
                        entry.kind() == Kind.STOOD_STILL && entry.process().equals(victim.name()))
                .anyMatch(entry ->
                        entry.span().until() >= blow.since() && entry.span().micros() >= lease.toNanos() / 1_000);
    }
}
