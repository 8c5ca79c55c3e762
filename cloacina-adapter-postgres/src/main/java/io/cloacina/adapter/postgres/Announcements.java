package io.cloacina.adapter.postgres;

import io.cloacina.ports.WakeUps;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Wake-ups by {@code listen} and {@code notify}. The connection that listens is opened when the first callback is given: a store
 * that only submits needs none. Both are hints; whoever misses one finds the work when he polls.
 */
final class Announcements implements WakeUps, AutoCloseable {

    private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final boolean listens;
    private final Announcer announcer;
    private final Listener listener;

    Announcements(PostgresConfig config, String runner, DataSource pool, DataSource direct) {
        String schema = config.schema().name();
        this.listens = config.listens();
        this.listener = new Listener(runner, schema, direct, this::announce, this::callBack);
        this.announcer = new Announcer(runner, pool, () -> new Announcement(schema, listener.process()));
        announcer.start();
    }

    /** Asking would cost a statement and tell no more than polling for work does. */
    @Override
    public boolean changedElsewhere() {
        return true;
    }

    @Override
    public void announce() {
        announcer.announce();
    }

    @Override
    public void onAnnouncement(Runnable callback) {
        if (listens) {
            callbacks.add(callback);
            if (listening.compareAndSet(false, true)) {
                listener.start();
            }
        }
    }

    @Override
    public void close() {
        announcer.close();
        listener.close();
    }

    private void callBack() {
        callbacks.forEach(Runnable::run);
    }
}
