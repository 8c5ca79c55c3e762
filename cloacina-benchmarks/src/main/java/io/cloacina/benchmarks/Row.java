package io.cloacina.benchmarks;

import java.util.Map;

/**
 * One line of a table.
 *
 * @param figures by contestant; one that is missing cannot do it
 * @param lowerIsBetter whether the figure is a time and not a rate
 */
record Row(String id, String title, Map<String, Spread> figures, boolean lowerIsBetter) {

    /** How much better one is than another: above 1 is better, whatever the figure counts. */
    double ratio(String one, String other) {
        double ratio = figures.get(one).median() / figures.get(other).median();
        return lowerIsBetter ? 1 / ratio : ratio;
    }

    boolean has(String contestant) {
        return figures.containsKey(contestant);
    }
}
