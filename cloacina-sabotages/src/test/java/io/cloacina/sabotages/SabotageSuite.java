package io.cloacina.sabotages;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Each sabotage is noticed by the one who is named beside it, and who finds nothing wrong with what is not broken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SabotageSuite {

    private final String what;
    private final List<Sabotage> sabotages;
    private final Catches catches = new Catches();
    private final List<Sabotage> caught = new ArrayList<>();

    SabotageSuite(String what, Stream<Sabotage> sabotages) {
        this.what = what;
        this.sabotages = sabotages.toList();
    }

    @TestFactory
    Stream<DynamicTest> every_sabotage_is_caught() {
        return sabotages.stream().map(sabotage -> dynamicTest(sabotage.name(), () -> isCaught(sabotage)));
    }

    private void isCaught(Sabotage sabotage) {
        long begun = System.nanoTime();
        String complaint = catches.of(sabotage).text();
        caught.add(sabotage);
        System.out.printf(
                "caught in %d ms: %s (%s)%n", (System.nanoTime() - begun) / 1_000_000, sabotage.name(), complaint);
    }

    @AfterAll
    void count() {
        catches.close();
        System.out.printf(
                "Sabotages of %s: %d of %d of the design's, %d of %d in all caught%n",
                what, ofTheDesign(caught), ofTheDesign(sabotages), caught.size(), sabotages.size());
    }

    private static long ofTheDesign(List<Sabotage> some) {
        return some.stream()
                .map(Sabotage::standsFor)
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }
}
