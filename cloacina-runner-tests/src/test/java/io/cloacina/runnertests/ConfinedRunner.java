package io.cloacina.runnertests;

import static org.awaitility.Awaitility.await;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.RunnerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A process in surroundings that are too narrow for it. It says what it could do, and what it was told when it could not. */
final class ConfinedRunner {

    private static final String BULKY = "bulky";
    private static final Context BULK = Context.of("bulk", "x".repeat(20_000));
    private static final int MOST = 1_000;

    private ConfinedRunner() {}

    private static DefaultRunner open(Path file) {
        return open(DefaultRunner.builder().url(file.toString()));
    }

    private static DefaultRunner open(RunnerBuilder builder) {
        return builder.settings(Leases.PATIENT::in)
                .workflows(Workflow.named(BULKY)
                        .task("only", context -> context.put("result", "done"))
                        .build())
                .open();
    }

    private static void tryToRun(Path file) {
        try (DefaultRunner runner = open(file)) {
            System.out.println(runner.execute(BULKY, Context.empty()).status());
        } catch (StoreException told) {
            System.out.println(told.getClass().getSimpleName() + ": " + told.getMessage());
        }
    }

    /** Only opens and runs. */
    static final class Once {
        private Once() {}

        public static void main(String[] arguments) {
            tryToRun(Path.of(arguments[0]));
        }
    }

    /** Loses its rights on the file and on its folder, with the file closed and with the file open. */
    static final class WithoutRights {
        private WithoutRights() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            tryToRun(file);
            set(file, "r--------");
            tryToRun(file);
            set(file, "rw-------");
            set(file.getParent(), "r-x------");
            tryToRun(file);
            set(file.getParent(), "rwx------");
            try (DefaultRunner runner = open(file)) {
                set(file, "r--------");
                set(file.getParent(), "r-x------");
                System.out.println(runner.execute(BULKY, Context.empty()).status());
                set(file.getParent(), "rwx------");
            }
            set(file, "rw-------");
            try (DefaultRunner runner = open(file)) {
                System.out.println("left "
                        + runner.list(new ExecutionFilter(null, Set.of(), null, 10))
                                .size());
            }
        }

        private static void set(Path path, String rights) throws IOException {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    /**
     * Fills its disk until nothing is accepted any more, tries to open another file, and makes room. The room is as much as everything
     * before it took: the file grows beside its journal, which keeps its size, and a test that leaves less waits for ever.
     */
    static final class OnASmallDisk {

        /** In mebibytes. */
        static final int SIZE = 8;

        private static final int FILLER = SIZE / 2 << 20;

        private OnASmallDisk() {}

        public static void main(String[] arguments) throws Exception {
            Path disk = Path.of(arguments[0]);
            Path filler = Files.write(disk.resolve("filler"), new byte[FILLER]);
            Refusals store = new Refusals(Stores.open(disk.resolve("runner.db").toString()));
            try (DefaultRunner runner = open(DefaultRunner.builder().store(store))) {
                List<ExecutionHandle> accepted = new ArrayList<>();
                Newcomer next = startUntilFull(runner, store, accepted);
                System.out.println("full after " + accepted.size());
                tryToRun(disk.resolve("another.db"));
                Files.delete(filler);
                accepted.add(next.answer().get(60, TimeUnit.SECONDS));
                for (ExecutionHandle handle : accepted) {
                    handle.result().requireCompleted();
                }
                System.out.println("all completed");
            }
        }

        private static Newcomer startUntilFull(DefaultRunner runner, Refusals store, List<ExecutionHandle> accepted)
                throws Exception {
            for (int number = 0; number < MOST; number++) {
                Newcomer next = Newcomer.of(() -> runner.start(BULKY, BULK));
                await().atMost(Chapter.PATIENCE)
                        .until(() -> next.answer().isDone() || store.count(StoreException.OutOfRoom.class) > 0);
                if (!next.answer().isDone()) {
                    store.awaitMore(StoreException.OutOfRoom.class);
                }
                if (!next.answer().isDone()) {
                    return next;
                }
                accepted.add(next.answer().get());
            }
            throw new IllegalStateException("the disk is never full");
        }
    }
}
