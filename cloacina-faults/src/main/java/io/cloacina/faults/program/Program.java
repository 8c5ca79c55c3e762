package io.cloacina.faults.program;

import io.cloacina.domain.workflow.Workflow;
import io.cloacina.faults.journal.Journal;
import io.cloacina.runner.DefaultRunner;
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
        Stall stall = Stall.watch(journal, orders.lease().dividedBy(4));
        Submissions submissions = Submissions.after(Journal.read(orders.journal()), orders.slot());
        DefaultRunner runner = open(orders, journal);
        Runtime.getRuntime().addShutdownHook(new Thread(runner::close, "close-runner"));
        journal.open();
        System.out.println("open");
        new Submitter(runner, journal, submissions, orders, stall).start();
        new CountDownLatch(1).await();
    }

    private static DefaultRunner open(Orders orders, Journal journal) {
        Workflow[] workflows = orders.shapes().stream()
                .map(shape -> shape.workflow(new Deed(shape, journal)))
                .toArray(Workflow[]::new);
        return DefaultRunner.builder()
                .store(Stores.open(orders.url(), orders.process(), new DoomedCommits(orders.doom())))
                .settings(orders::settings)
                .workflows(workflows)
                .open();
    }
}
