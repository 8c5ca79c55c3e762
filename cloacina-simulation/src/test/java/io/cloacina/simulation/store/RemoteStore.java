package io.cloacina.simulation.store;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TimeSource;
import io.cloacina.ports.WakeUps;
import io.cloacina.simulation.world.Chance;
import io.cloacina.simulation.world.Host;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One runner's connection to the shared database. Each call is a request that travels, is served at one instant, and a
 * reply that travels: whatever happens to the runner or to others may fall between.
 */
public final class RemoteStore implements ExecutionStore {

    /** A text that the store refuses wherever it is written. */
    public static final String POISON = "poison";

    private final Host host;
    private final InMemoryStore inner;
    private final TimeSource clock;
    private final Weather weather;
    private final Flavour flavour;
    private final Consumer<Commit> watcher;
    private final Chance chance;
    private final ExecutionQueries queries;

    /** How a database looks: one writer and polling, or several writers and calls. */
    public enum Flavour {
        SERVER,
        FILE
    }

    /** @param watcher is told of each commit at the instant at which it is served */
    public RemoteStore(
            Host host,
            InMemoryDatabase database,
            TimeSource clock,
            Weather weather,
            Flavour flavour,
            Consumer<Commit> watcher) {
        this.host = host;
        this.clock = clock;
        this.weather = weather;
        this.flavour = flavour;
        this.watcher = watcher;
        this.chance = new Chance(host.chance().nextLong());
        this.inner = InMemoryStore.open(database, clock, wakeUpKind(), FaultPoints.NONE);
        this.queries = remote(inner.queries());
    }

    private StoreTraits.WakeUpKind wakeUpKind() {
        return flavour == Flavour.SERVER ? StoreTraits.WakeUpKind.PUSH : StoreTraits.WakeUpKind.POLL;
    }

    @Override
    public StoreTraits traits() {
        StoreTraits real = inner.traits();
        return new StoreTraits(
                real.name(),
                real.timePrecision(),
                flavour == Flavour.SERVER ? 2 : 1,
                real.clock(),
                real.wakeUps(),
                real.durability(),
                real.sharing());
    }

    @Override
    public void define(Collection<StoredDefinition> definitions) {
        travel();
        inner.define(definitions);
        travel();
    }

    @Override
    public <T> T transact(Lane lane, TransactionWork<T> work) {
        return call(weather.ofWrite(chance), trouble -> served(lane, work, trouble));
    }

    private <T> T served(Lane lane, TransactionWork<T> work, Optional<Trouble> trouble) {
        Commit commit = new Commit(host.name(), clock.instant());
        T result = inner.transact(lane, tx -> {
            T done = work.in(new WatchedTransaction(tx, commit));
            trouble.ifPresent(met -> met.meet(Trouble.Moment.INSIDE));
            return done;
        });
        watcher.accept(commit);
        return result;
    }

    private <T> T call(Optional<Trouble> trouble, Service<T> service) {
        trouble.ifPresent(met -> host.world().note(host.name(), "meets " + met));
        travel();
        slow(trouble, Trouble.SLOW_REQUEST);
        trouble.ifPresent(met -> met.meet(Trouble.Moment.BEFORE));
        T result = service.serve(trouble);
        slow(trouble, Trouble.SLOW_REPLY);
        travel();
        trouble.ifPresent(met -> met.meet(Trouble.Moment.AFTER));
        return result;
    }

    private void slow(Optional<Trouble> trouble, Trouble which) {
        if (trouble.equals(Optional.of(which))) {
            host.world().pass(weather.slowness(chance));
        }
    }

    private void travel() {
        host.requireAlive();
        if (chance.nextInt(3) > 0) {
            host.world().pass(weather.travel(chance));
        }
    }

    private ExecutionQueries remote(ExecutionQueries near) {
        return (ExecutionQueries) Proxy.newProxyInstance(
                ExecutionQueries.class.getClassLoader(),
                new Class<?>[] {ExecutionQueries.class},
                (proxy, method, arguments) ->
                        call(weather.ofRead(chance), trouble -> Reflected.call(method, near, arguments)));
    }

    @Override
    public ExecutionQueries queries() {
        return queries;
    }

    /** What the database holds, asked without a trip: for the watchers, not for the runner. */
    public ExecutionQueries near() {
        return inner.queries();
    }

    @Override
    public WakeUps wakeUps() {
        return new WakeUps() {
            @Override
            public boolean changedElsewhere() {
                return inner.wakeUps().changedElsewhere();
            }

            @Override
            public void announce() {
                inner.wakeUps().announce();
            }

            @Override
            public void onAnnouncement(Runnable callback) {
                inner.wakeUps().onAnnouncement(() -> hint(callback));
            }
        };
    }

    /** Hints are for free and worth it: some get lost. */
    private void hint(Runnable callback) {
        if (chance.nextInt(4) > 0) {
            host.post(weather.travel(chance), callback);
        }
    }

    @Override
    public void close() {
        inner.close();
    }

    /** Something that is served between the two trips. */
    @FunctionalInterface
    private interface Service<T> {
        T serve(Optional<Trouble> trouble);
    }
}
