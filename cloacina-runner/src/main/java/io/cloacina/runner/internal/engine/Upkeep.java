package io.cloacina.runner.internal.engine;

import io.cloacina.ports.StoreException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens by the clock: heartbeats, the watch over one's own leases, polls and sweeps. */
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final EngineContext engine;
    private final EngineThreads threads;
    private final Routes routes;
    private final Heartbeats heartbeats;
    private final Poller poller;
    private final Sweeper sweeper;
    private final Parking parking;
    private final AtomicBoolean lookPending = new AtomicBoolean();

    Upkeep(EngineContext engine, EngineThreads threads, Routes routes, Alarm promotion, Alarm deadline) {
        this.engine = engine;
        this.threads = threads;
        this.routes = routes;
        this.heartbeats = new Heartbeats(
                engine.worker(),
                engine.store(),
                engine.held(),
                engine.time(),
                engine.settings().leases().lease());
        this.poller = new Poller(engine, routes::wantClaim, promotion, deadline);
        this.sweeper = new Sweeper(engine, routes::submit);
        this.parking = new Parking(engine);
    }

    void begin() {
        Duration heartbeat = engine.settings().leases().heartbeat();
        threads.beatEvery(heartbeat, heartbeats::beat);
        threads.watchEvery(
                heartbeat.dividedBy(4),
                () -> engine.held().giveUpUnsafe(engine.time().nanoTime()));
        engine.store().wakeUps().onAnnouncement(this::called);
        threads.maintain(Duration.ZERO, this::pollTurn);
        threads.maintain(Duration.ZERO, this::sweepTurn);
    }

    /**
     * Another process left work or ended something. Work is asked for without a look before, by the next transaction if there is one anyway;
     * where all slots are taken, as soon as one is free: a transaction under way may have taken them, and have looked before the work came.
     */
    private void called() {
        routes.wantClaim();
        if (!engine.waiters().isEmpty()) {
            wantLook();
        }
    }

    /** Looks at once; looks that are wanted before it began are one. */
    void wantLook() {
        poller.wantLook();
        if (lookPending.compareAndSet(false, true)) {
            threads.maintain(Duration.ZERO, this::look);
        }
    }

    private void look() {
        lookPending.set(false);
        poller.poll();
    }

    void sweepNow() {
        threads.maintain(Duration.ZERO, this::sweep);
    }

    private void pollTurn() {
        Duration pause = engine.settings().polling().max();
        try {
            pause = poller.poll();
        } finally {
            threads.maintain(pause, this::pollTurn);
        }
    }

    private void sweepTurn() {
        try {
            sweep();
        } finally {
            threads.maintain(engine.settings().leases().sweep(), this::sweepTurn);
        }
    }

    private void sweep() {
        refreshDefinitions();
        parking.look();
        poller.wantLook();
        if (sweeper.sweep()) {
            threads.maintain(engine.settings().polling().min(), this::sweep);
        }
    }

    private void refreshDefinitions() {
        try {
            engine.definitions().refresh();
        } catch (StoreException e) {
            LOG.warn("{}: could not look for new definitions; looking again at the next sweep", engine.worker(), e);
        }
    }
}
