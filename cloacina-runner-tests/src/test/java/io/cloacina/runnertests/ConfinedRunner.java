package io.cloacina.runnertests;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process in surroundings that are too narrow for it. It says what it could do, and what it was told when it could not. */
final class ConfinedRunner {

    private static final String BULKY = "bulky";
    private static final Context BULK = Context.of("bulk", "x".repeat(20_000));
    private static final int MOST = 1_000;

    private ConfinedRunner() {}

    private static DefaultRunner open(Path file) {
        return DefaultRunner.builder()
                .url(file.toString())
                .settings(Leases.PATIENT::in)
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

    /** Fills its disk until nothing is accepted any more, tries to open another file, and makes room. */
    static final class OnASmallDisk {
        private OnASmallDisk() {}

        public static void main(String[] arguments) throws Exception {
            Path disk = Path.of(arguments[0]);
            Path filler = Files.write(disk.resolve("filler"), new byte[1 << 20]);
            try (DefaultRunner runner = open(disk.resolve("runner.db"))) {
                List<ExecutionHandle> accepted = new ArrayList<>();
                CompletableFuture<ExecutionHandle> next = startUntilFull(runner, accepted);
                System.out.println("full after " + accepted.size());
                tryToRun(disk.resolve("another.db"));
                Files.delete(filler);
                accepted.add(next.get(60, TimeUnit.SECONDS));
                for (ExecutionHandle handle : accepted) {
                    handle.result().requireCompleted();
                }
                System.out.println("all completed");
            }
        }

        private static CompletableFuture<ExecutionHandle> startUntilFull(
                DefaultRunner runner, List<ExecutionHandle> accepted) throws Exception {
            for (int number = 0; number < MOST; number++) {
                CompletableFuture<ExecutionHandle> next =
                        CompletableFuture.supplyAsync(() -> runner.start(BULKY, BULK));
                try {
                    accepted.add(next.get(1500, TimeUnit.MILLISECONDS));
                } catch (TimeoutException full) {
                    return next;
                }
            }
            throw new IllegalStateException("the disk is never full");
        }
    }
}
