package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MigrationLockTest {

    @TempDir
    Path folder;

    /** Nobody who waits so has opened the file, whose closing would drop the lock of the one who holds it. */
    @Test
    void the_stores_of_one_process_take_turns_before_they_open_the_file() throws Exception {
        Path database = folder.resolve("orders.db");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> hold(database, held, release));
        held.await();
        FutureTask<Optional<String>> look = new FutureTask<>(() -> MigrationLock.rememberedBeside(database));
        Thread second = new Thread(look);
        second.start();

        await().until(() -> second.getState() == Thread.State.WAITING);
        release.countDown();

        assertThat(look.get()).contains("0".repeat(32));
        first.get();
    }

    @Test
    void a_lock_that_another_class_loader_of_this_process_holds_is_waited_for() throws Exception {
        Path database = folder.resolve("orders.db");
        FutureTask<String> work = new FutureTask<>(() -> MigrationLock.holding(database, lock -> "done"));
        Thread waiting = new Thread(work);
        try (FileChannel foreign = FileChannel.open(
                        folder.resolve("orders.db-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = foreign.lock()) {
            waiting.start();
            await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING || work.isDone());
            assertThat(held.isValid()).isTrue();
        }

        assertThat(work.get()).isEqualTo("done");
    }

    @Test
    void stores_that_come_by_different_links_wait_for_each_other() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> hold(real.resolve("orders.db"), held, release));
        held.await();
        FutureTask<Optional<String>> look =
                new FutureTask<>(() -> MigrationLock.rememberedBeside(link.resolve("orders.db")));
        Thread second = new Thread(look);
        second.start();

        await().until(() -> second.getState() == Thread.State.WAITING);
        release.countDown();

        assertThat(look.get()).contains("0".repeat(32));
        first.get();
    }

    @Test
    void nothing_is_kept_of_a_file_that_nobody_waits_for() throws Exception {
        MigrationLock.holding(folder.resolve("orders.db"), lock -> lock);

        assertThat(MigrationLock.entrances()).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hold(Path database, CountDownLatch held, CountDownLatch release) {
        try {
            MigrationLock.holding(database, lock -> {
                held.countDown();
                lock.remember("0".repeat(32));
                awaitQuietly(release);
                return lock;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
