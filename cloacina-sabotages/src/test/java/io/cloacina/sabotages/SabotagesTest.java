package io.cloacina.sabotages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each sabotage is noticed by the one who is named beside it. */
class SabotagesTest {

    private static final List<Sabotage> ALL =
            Stream.concat(EngineSabotages.all(), StoreSabotages.all()).toList();

    private static final AtomicInteger CAUGHT = new AtomicInteger();

    @TestFactory
    Stream<DynamicTest> every_sabotage_is_caught() {
        return ALL.stream().map(sabotage -> dynamicTest(sabotage.name(), () -> isCaught(sabotage)));
    }

    private static void isCaught(Sabotage sabotage) {
        long begun = System.nanoTime();
        try (Build build = sabotage.build()) {
            Optional<String> complaint = sabotage.catcher().complaintAbout(build);
            assertThat(complaint)
                    .as("Nobody noticed: %s. That is a test which is missing", sabotage)
                    .isPresent();
            CAUGHT.incrementAndGet();
            System.out.printf(
                    "caught in %d ms: %s (%s)%n",
                    (System.nanoTime() - begun) / 1_000_000, sabotage.name(), complaint.orElseThrow());
        }
    }

    /** Rules and named tests run on what is not broken in their own modules, in the same build. */
    @TestFactory
    Stream<DynamicTest> no_seed_complains_about_what_is_not_broken() {
        Build unbroken = Build.unbroken();
        return ALL.stream()
                .map(Sabotage::catcher)
                .filter(Seeds.class::isInstance)
                .map(catcher -> ((Seeds) catcher).violatingAnything())
                .distinct()
                .map(catcher -> dynamicTest(
                        catcher.toString(),
                        () -> assertThat(catcher.complaintAbout(unbroken)).isEmpty()))
                .onClose(unbroken::close);
    }

    @AfterAll
    static void count() {
        System.out.printf("%d of %d sabotages caught%n", CAUGHT.get(), ALL.size());
    }
}
