package io.cloacina.faults.program;

import io.cloacina.domain.workflow.Workflow;
import io.cloacina.faults.journal.Journal;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.internal.discovery.InstalledStores;
import io.cloacina.runner.internal.system.SystemTimeSource;
import java.util.concurrent.CountDownLatch;

/**
 * One process of a campaign: a runner with the shapes of a seed, which submits and runs them until somebody ends it. It says
 * {@code open} when its runner is, and {@code working} when its first submission was accepted. On a TERM signal it closes
 * its runner.
 */
public final class Program {

    private Program() {}

    public static void main(String[] arguments) throws InterruptedException {
        Orders orders = Orders.parse(arguments);
        Journal journal = new Journal(orders.journal(), orders.process());
        Turns turns = new Turns(orders.writer(), journal);
        Stall.watch(journal, turns, orders.disk());
        Submissions submissions = Submissions.after(Journal.read(orders.journal()), orders.slot());
        DefaultRunner runner = open(orders, journal, turns);
        Runtime.getRuntime().addShutdownHook(new Thread(runner::close, "close-runner"));
        journal.open();
        System.out.println("open");
        new Submitter(runner, journal, submissions, orders).start();
        new CountDownLatch(1).await();
    }

    /** As a runner opens it, with points to strike at. */
    private static ExecutionStore store(Orders orders, Turns turns) {
        FaultPoints faults = new DoomedPoints(orders.doom());
        StoreUrl url = new StoreUrl(orders.url());
        StoreSettings settings =
                new StoreSettings(orders.process(), new SystemTimeSource(), SchemaMode.MIGRATE, null, faults);
        ExecutionStore store = InstalledStores.find().providerFor(url).open(url, settings);
        return new WatchedStore(store, faults, turns);
    }

    private static DefaultRunner open(Orders orders, Journal journal, Turns turns) {
        Workflow[] workflows = orders.shapes().stream()
                .map(shape -> shape.workflow(new Deed(shape, journal)))
                .toArray(Workflow[]::new);
        return DefaultRunner.builder()
                .store(store(orders, turns))
                .settings(orders::settings)
                .workflows(workflows)
                .open();
    }
}
