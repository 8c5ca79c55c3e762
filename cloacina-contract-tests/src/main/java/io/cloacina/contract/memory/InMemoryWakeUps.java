package io.cloacina.contract.memory;

import io.cloacina.ports.StoreTraits.WakeUpKind;
import io.cloacina.ports.WakeUps;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hints between the stores of one database. An announcement calls back on the thread that announces. */
final class InMemoryWakeUps implements WakeUps {

    private final InMemoryDatabase database;
    private final WakeUpKind kind;
    private final AtomicBoolean changed = new AtomicBoolean();
    private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();

    InMemoryWakeUps(InMemoryDatabase database, WakeUpKind kind) {
        this.database = database;
        this.kind = kind;
        database.listeners().add(this);
    }

    WakeUpKind kind() {
        return kind;
    }

    @Override
    public boolean changedElsewhere() {
        return changed.getAndSet(false);
    }

    @Override
    public void announce() {
        database.listeners().stream().filter(other -> other != this).forEach(InMemoryWakeUps::call);
    }

    @Override
    public void onAnnouncement(Runnable callback) {
        if (kind == WakeUpKind.PUSH) {
            callbacks.add(callback);
        }
    }

    void committedElsewhere() {
        changed.set(true);
    }

    void close() {
        database.listeners().remove(this);
        callbacks.clear();
    }

    private void call() {
        callbacks.forEach(Runnable::run);
    }
}
