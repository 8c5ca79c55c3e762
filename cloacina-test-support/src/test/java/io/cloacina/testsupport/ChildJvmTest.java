package io.cloacina.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_child_says_what_it_was_told_and_ends() {
        try (ChildJvm child = ChildJvm.start(List.of("-Dgreeting=hello"), Echo.class, "rat", "king")) {
            assertThat(child.nextLine(PATIENCE)).isEqualTo("hello");
            assertThat(child.awaitLine(line -> line.startsWith("k"), PATIENCE)).isEqualTo("king");
            assertThat(child.waitFor(PATIENCE)).isZero();
        }
    }

    @Test
    void who_waits_for_a_line_that_never_comes_is_shown_the_error_stream() {
        try (ChildJvm child = ChildJvm.start(Broken.class)) {
            assertThatThrownBy(() -> child.nextLine(PATIENCE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has ended")
                    .hasMessageContaining("the drain is blocked");
            assertThat(child.waitFor(PATIENCE)).isEqualTo(1);
        }
    }

    @Test
    void a_killed_child_is_gone_at_once() {
        try (ChildJvm child = ChildJvm.start(Counter.class)) {
            child.nextLine(PATIENCE);

            child.kill();

            assertThat(child.isRunning()).isFalse();
            assertThat(child.waitFor(PATIENCE)).isEqualTo(137);
        }
    }

    @Test
    void a_paused_child_stands_still_until_it_is_resumed() {
        try (ChildJvm child = ChildJvm.start(Counter.class)) {
            child.nextLine(PATIENCE);

            child.pause();
            assertThatThrownBy(() -> child.awaitLine(line -> false, Duration.ofMillis(300)))
                    .hasMessageContaining("said nothing more in time");
            assertThat(child.isRunning()).isTrue();
            child.resume();

            assertThat(child.nextLine(PATIENCE)).isNotEmpty();
        }
    }

    @Test
    void a_child_dies_with_its_killed_parent() {
        try (ChildJvm parent = ChildJvm.start(Parent.class)) {
            ProcessHandle grandchild =
                    ProcessHandle.of(Long.parseLong(parent.nextLine(PATIENCE))).orElseThrow();

            parent.kill();

            assertThat(Waiting.until(() -> grandchild.info().arguments().isEmpty(), PATIENCE))
                    .isTrue();
        }
    }

    @Test
    void a_child_puts_its_things_in_order_when_its_parent_is_told_to_end(@TempDir Path folder) throws IOException {
        try (ChildJvm parent = ChildJvm.start(ParentOfPolite.class, folder.toString())) {
            assertThat(parent.nextLine(PATIENCE)).isEqualTo("ready");

            parent.terminate();
            assertThat(Waiting.until(() -> Files.exists(folder.resolve("asked")), PATIENCE))
                    .isTrue();
            Files.createFile(folder.resolve("granted"));

            assertThat(parent.waitFor(PATIENCE)).isEqualTo(143);
            assertThat(folder.resolve("farewell")).exists();
        }
    }

    static final class Echo {
        public static void main(String[] arguments) {
            System.out.println(System.getProperty("greeting"));
            List.of(arguments).forEach(System.out::println);
        }
    }

    static final class Broken {
        public static void main(String[] arguments) {
            throw new IllegalStateException("the drain is blocked");
        }
    }

    /** Says a number every now and then. */
    static final class Counter {
        public static void main(String[] arguments) {
            AtomicInteger count = new AtomicInteger();
            Executors.newSingleThreadScheduledExecutor()
                    .scheduleAtFixedRate(
                            () -> System.out.println(count.getAndIncrement()), 0, 20, TimeUnit.MILLISECONDS);
        }
    }

    static final class Parent {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(ChildJvm.start(Counter.class).pid());
            Thread.currentThread().join();
        }
    }

    static final class ParentOfPolite {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(ChildJvm.start(Polite.class, arguments).nextLine(PATIENCE));
            Thread.currentThread().join();
        }
    }

    /** When it is asked to end, it says so, waits until that is granted, and leaves something behind. */
    static final class Polite {
        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(Path.of(arguments[0]))));
            System.out.println("ready");
            Thread.currentThread().join();
        }

        private static void leave(Path folder) {
            try {
                Files.createFile(folder.resolve("asked"));
                Waiting.until(() -> Files.exists(folder.resolve("granted")), PATIENCE);
                Files.createFile(folder.resolve("farewell"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
