package io.cloacina.benchmarks;

import java.util.Map;
import java.util.Objects;

/**
 * One line of a table.
 *
 * @param figures by contestant; one that is missing cannot do it
 * @param lowerIsBetter whether the figure is a time and not a rate
 */
record Row(String id, String title, Map<String, Spread> figures, boolean lowerIsBetter) {

    /** How much better one is than another: above 1 is better, whatever the figure counts. */
    double ratio(String one, String other) {
        double ratio = spread(one).median() / spread(other).median();
        return lowerIsBetter ? 1 / ratio : ratio;
    }

    Spread spread(String contestant) {
        return Objects.requireNonNull(figures.get(contestant));
    }

    boolean has(String contestant) {
        return figures.containsKey(contestant);
    }
}
