package io.cloacina.runnertests;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/**
 * A process on a file, to be killed over what it acknowledged: some executions that have ended, before and after the journal
 * was written back into the file, and some whose task it holds. It says {@code accepted <id>} for each and then {@code ready}.
 */
final class DoomedRunner {

    private static final int ENDED = 6;
    private static final int HELD = 3;

    /** How many executions it acknowledges. */
    static final int ACCEPTED = 2 * ENDED + HELD;

    private DoomedRunner() {}

    /** What a runner must know to go on with them. */
    static Workflow[] workflows(TaskBody body) {
        return new Workflow[] {Shapes.diamond(body), HoldingRunner.workflow(body)};
    }

    public static void main(String[] arguments) throws Exception {
        Journal journal = new Journal(Path.of(arguments[1]));
        CountDownLatch holding = new CountDownLatch(HELD);
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(arguments[0])
                .settings(Leases.SHORT::in)
                .workflows(Shapes.diamond(journal::ran), HoldingRunner.workflow(journal::ran, context -> {
                    holding.countDown();
                    new CountDownLatch(1).await();
                }))
                .open()) {
            acknowledgeEnded(runner);
            writeBack(arguments[0]);
            acknowledgeEnded(runner);
            for (int number = 0; number < HELD; number++) {
                tell(runner.start(HoldingRunner.NAME, Context.empty()).id());
            }
            holding.await();
            System.out.println("ready");
            new CountDownLatch(1).await();
        }
    }

    private static void acknowledgeEnded(DefaultRunner runner) {
        for (int number = 0; number < ENDED; number++) {
            tell(runner.execute(Shapes.DIAMOND, Context.empty()).id());
        }
    }

    private static void writeBack(String file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        }
    }

    private static void tell(ExecutionId id) {
        System.out.println("accepted " + id);
    }
}
