package io.cloacina.simulation.world;

import java.time.Duration;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time and everything that happens in it, one thing at a time, in an order that follows from the seed alone.
 *
 * <p><b>How a thread waits.</b> What happens runs on the thread that leads. When it has to wait (for time, for a signal,
 * for the store), that thread keeps its stack and stands still, and another one leads on; when the wait is over the turn
 * comes back. So the engine's own code runs as it is, may be cut off in the middle of a call, and never runs beside
 * anything else.
 */
public final class World {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** A hundred times what a long history needs: whoever comes to this turns in circles. */
    private static final long MOST_EVENTS = 2_000_000;

    private final long seed;
    private final Carriers carriers;
    private final Trace trace;
    private final PriorityQueue<Event> agenda = new PriorityQueue<>();
    private final Host outside;
    private long now;
    private long events;
    private long suspensions;
    private @Nullable Event present;
    private boolean over;

    public World(long seed, Carriers carriers, Trace trace) {
        this.seed = seed;
        this.carriers = carriers;
        this.trace = trace;
        this.outside = host("world");
    }

    /** The world that this thread belongs to, if any. */
    public static Optional<World> present() {
        return Thread.currentThread() instanceof Carrier carrier ? carrier.world() : Optional.empty();
    }

    public Host host(String name) {
        return new Host(this, name, seed);
    }

    /** Where callers and faults live: it never stops. */
    public Host outside() {
        return outside;
    }

    long seed() {
        return seed;
    }

    public Trace trace() {
        return trace;
    }

    /** Nanoseconds since the beginning. */
    public long now() {
        return now;
    }

    public void note(String who, String what) {
        trace.add(now, who, what);
    }

    /** Runs until nothing is left to happen, or {@link #end} was called. */
    public void run() {
        carriers.run(this);
    }

    public void end() {
        over = true;
    }

    void add(Event event) {
        agenda.add(event);
    }

    /** Makes things happen until this thread has to hand on the turn. */
    void lead(Carrier carrier) {
        while (true) {
            Event event = next();
            if (event == null) {
                carriers.rest(carrier);
                carriers.worldIsOver();
                return;
            }
            Suspension suspension = event.resumes();
            if (suspension != null) {
                carriers.rest(carrier);
                carriers.pass(suspension.carrier);
                return;
            }
            happen(event);
        }
    }

    private @Nullable Event next() {
        if (++events == MOST_EVENTS) {
            trace.violated(now, "nobody turns in circles", events + " events");
            over = true;
        }
        while (!over && !agenda.isEmpty()) {
            Event event = agenda.poll();
            Suspension suspension = event.resumes();
            boolean unwinds = suspension != null && event.host().dead;
            if (suspension != null && suspension.over) {
                continue;
            }
            if (!unwinds && event.at() < event.host().pausedUntil) {
                agenda.add(event.at(event.host().pausedUntil + event.host().moment()));
            } else if (unwinds || !event.host().dead) {
                now = Math.max(now, event.at());
                present = event;
                return event;
            }
        }
        return null;
    }

    private void happen(Event event) {
        Thread.interrupted();
        try {
            event.action().run();
        } catch (Killed killed) {
            return;
        } catch (RuntimeException | Error e) {
            trace.violated(now, "nothing escapes a thread of the engine", e.toString());
        }
    }

    /** The process whose code is running. */
    public Host here() {
        if (present == null) {
            throw new IllegalStateException("nothing is happening");
        }
        return present.host();
    }

    /** Waits at most that long, or until it is {@linkplain #resume resumed}. */
    void suspend(Parking parking, Duration atMost) {
        Host host = here();
        host.requireAlive();
        Carrier carrier = (Carrier) Thread.currentThread();
        Suspension suspension = new Suspension(host, carrier, suspensions++);
        host.suspensions.add(suspension);
        carrier.suspended = suspension;
        parking.waiting = suspension;
        if (atMost.compareTo(Parking.FOR_EVER) < 0) {
            host.post(atMost, () -> resume(suspension));
        }
        if (!carrier.isInterrupted()) {
            carriers.pass(null);
            carrier.awaitTurn();
        }
        parking.waiting = null;
        carrier.suspended = null;
        host.suspensions.remove(suspension);
        suspension.resumed = true;
        suspension.over = true;
        host.requireAlive();
    }

    void resume(Suspension suspension) {
        if (!suspension.resumed) {
            suspension.resumed = true;
            Host host = suspension.host;
            add(new Event(now + host.moment(), host.chance().nextLong(), host, () -> {}, suspension));
        }
    }

    void unwind(Suspension suspension) {
        suspension.resumed = false;
        resume(suspension);
    }

    /** Lets time pass, whoever interrupts. */
    public void pass(Duration time) {
        long until = now + time.toNanos();
        boolean interrupted = Thread.interrupted();
        while (now < until) {
            suspend(new Parking(), Duration.ofNanos(until - now));
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets time pass until an interrupt. */
    public void sleep(Duration time) throws InterruptedException {
        long until = now + time.toNanos();
        while (now < until) {
            suspend(new Parking(), Duration.ofNanos(until - now));
            if (Thread.interrupted()) {
                throw new InterruptedException("woken in virtual time");
            }
        }
    }

    /** Looks now and then whether something has come true. */
    public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long until = now + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (now >= until) {
                return false;
            }
            sleep(LOOK_AGAIN);
        }
        return true;
    }
}
