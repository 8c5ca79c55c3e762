package io.cloacina.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.Waiting;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class StoppedThreadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux shows the threads of a process")
    void all_threads_of_a_process_stand_still_from_its_stop_until_it_goes_on() {
        try (ChildJvm child = ChildJvm.start(Waits.class)) {
            child.awaitLine("waits"::equals, PATIENCE);
            StoppedThreads threads = new StoppedThreads(child.pid());
            assertThat(threads.areAll()).as("before it is stopped").isFalse();

            child.pause();
            Waiting.require(threads::areAll, PATIENCE, "the process does not stop");
            child.resume();
            Waiting.require(() -> !threads.areAll(), PATIENCE, "the process does not go on");
        }
    }

    /** A process that does nothing. */
    static final class Waits {

        public static void main(String[] none) throws InterruptedException {
            System.out.println("waits");
            new CountDownLatch(1).await();
        }
    }
}
