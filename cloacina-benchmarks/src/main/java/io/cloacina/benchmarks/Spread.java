package io.cloacina.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Figures of several rounds, smallest first: their median, and how far they lie apart. */
record Spread(List<Double> figures) {

    static Spread of(List<Double> figures) {
        List<Double> sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        return new Spread(sorted);
    }

    double median() {
        return figures.get(figures.size() / 2);
    }

    @Override
    public String toString() {
        String format = median() >= 100 ? "%,.0f (%,.0f–%,.0f)" : "%.2f (%.2f–%.2f)";
        return String.format(Locale.ROOT, format, median(), figures.get(0), figures.get(figures.size() - 1));
    }
}
