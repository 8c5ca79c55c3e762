package io.cloacina.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured in several rounds, in the order in which it was first.
 *
 * @param <K> what a figure is of
 */
final class Figures<K> {

    private final Map<K, List<Double>> taken = new LinkedHashMap<>();

    void add(K what, double figure) {
        taken.computeIfAbsent(what, first -> new ArrayList<>()).add(figure);
    }

    Spread of(K what) {
        return Spread.of(taken.getOrDefault(what, List.of()));
    }
}
