package io.cloacina.faults;

import io.cloacina.faults.check.Evidence;
import io.cloacina.faults.check.Verdict;
import io.cloacina.faults.fault.DatabaseFault;
import io.cloacina.faults.fault.ProcessFault;
import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Slot;
import io.cloacina.faults.stage.Stage;
import io.cloacina.testsupport.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Processes with runners on one database, which work while faults happen to them; then peace, an orderly end, and the checks.
 *
 * <p>A new fault joins by one class in {@code fault}; whoever runs a campaign gives it. A new check joins by one class in {@code
 * check} and a line in {@link io.cloacina.faults.check.Checks#ALL}.
 *
 * @param seed of the workflows and of every chance but the machine's own
 * @param processes how many there are at a time
 * @param lease how long their claims hold without a heartbeat
 * @param processFaults what happens to processes, as one slot after the other is free for it
 * @param databaseFaults what happens to the server and the way to it meanwhile, one after the other; only on PostgreSQL
 */
public record Campaign(
        long seed,
        int processes,
        Duration lease,
        Iterator<? extends ProcessFault> processFaults,
        Iterator<? extends DatabaseFault> databaseFaults) {

    private static final long LOOK_MILLIS = 50;

    /** Runs it. The journals stay in the folder, which must be empty. */
    public Verdict on(Database database, Path folder) {
        try (Stage stage = new Stage(database, folder, processes, lease, seed)) {
            return on(stage);
        }
    }

    private Verdict on(Stage stage) {
        try {
            stage.warmUp();
            stage.slots().forEach(Slot::begin);
            stage.slots().forEach(Slot::working);
            strike(stage);
            stage.slots().forEach(Slot::working);
            stage.enough();
            awaitEnd(stage);
            stage.slots().forEach(Slot::end);
            return Verdict.on(Evidence.of(stage));
        } catch (RuntimeException | ExecutionException failure) {
            throw new IllegalStateException(
                    "The campaign of seed " + seed + " did not come to its end; processes said " + stage.broken(),
                    failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in the campaign of seed " + seed, interrupt);
        }
    }

    private void strike(Stage stage) throws InterruptedException, ExecutionException {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Callable<@Nullable Void>> strikers = new ArrayList<>();
        CountDownLatch striking = new CountDownLatch(stage.slots().size());
        for (Slot slot : stage.slots()) {
            SplittableRandom own = chance.split();
            strikers.add(() -> strikeProcesses(slot, own, striking));
        }
        SplittableRandom own = chance.split();
        strikers.add(() -> strikeDatabase(stage, own));
        ExecutorService threads = Executors.newFixedThreadPool(strikers.size());
        try {
            for (Future<@Nullable Void> striker : threads.invokeAll(strikers)) {
                striker.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Afterwards the slot is kept at work until all are done: whoever strikes all at once is to find them there. */
    private @Nullable Void strikeProcesses(Slot slot, SplittableRandom chance, CountDownLatch striking)
            throws InterruptedException {
        try {
            strikeProcesses(slot, chance);
        } finally {
            striking.countDown();
        }
        while (!striking.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            slot.begin();
        }
        return null;
    }

    private void strikeProcesses(Slot slot, SplittableRandom chance) {
        for (Optional<ProcessFault> next = nextForProcess(); next.isPresent(); next = nextForProcess()) {
            slot.chronicle().isToStrike(next.get().name());
            next.get().strike(slot, chance);
        }
    }

    private Optional<ProcessFault> nextForProcess() {
        synchronized (processFaults) {
            return processFaults.hasNext() ? Optional.of(processFaults.next()) : Optional.empty();
        }
    }

    private @Nullable Void strikeDatabase(Stage stage, SplittableRandom chance) {
        while (databaseFaults.hasNext()) {
            DatabaseFault next = databaseFaults.next();
            stage.chronicle().isToStrike(next.name());
            next.strike(stage, (OnPostgres) stage.database(), chance);
        }
        return null;
    }

    /** Whatever is left open when patience ends is for a check to complain of. */
    private static void awaitEnd(Stage stage) {
        var unused = Waiting.until(() -> Evidence.open(stage.database()) == 0, Stage.PATIENCE);
    }
}
