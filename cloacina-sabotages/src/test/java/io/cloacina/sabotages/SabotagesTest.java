package io.cloacina.sabotages;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each sabotage is noticed by the one who is named beside it, and who finds nothing wrong with what is not broken. */
class SabotagesTest {

    private static final List<Sabotage> ALL =
            Stream.concat(EngineSabotages.all(), StoreSabotages.all()).toList();

    private static final Catches CATCHES = new Catches();
    private static final AtomicInteger CAUGHT = new AtomicInteger();

    @TestFactory
    Stream<DynamicTest> every_sabotage_is_caught() {
        return ALL.stream().map(sabotage -> dynamicTest(sabotage.name(), () -> isCaught(sabotage)));
    }

    private static void isCaught(Sabotage sabotage) {
        long begun = System.nanoTime();
        String complaint = CATCHES.of(sabotage).text();
        CAUGHT.incrementAndGet();
        System.out.printf(
                "caught in %d ms: %s (%s)%n", (System.nanoTime() - begun) / 1_000_000, sabotage.name(), complaint);
    }

    @AfterAll
    static void count() {
        CATCHES.close();
        System.out.printf("%d of %d sabotages caught%n", CAUGHT.get(), ALL.size());
    }
}
