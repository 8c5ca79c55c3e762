package io.cloacina.soak;

import java.util.ArrayList;
import java.util.List;

/** A number as it was at several times. */
final class Series {

    private record Point(double seconds, double value) {}

    private final List<Point> points = new ArrayList<>();

    void add(double seconds, double value) {
        points.add(new Point(seconds, value));
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    double last() {
        return points.get(points.size() - 1).value();
    }

    double most() {
        return points.stream().mapToDouble(Point::value).max().orElse(0);
    }

    /** What came later than this part of the time: by then caches are full and everything that is made once is made. */
    Series after(double part) {
        double begin = part * points.get(points.size() - 1).seconds();
        Series later = new Series();
        points.stream().filter(point -> point.seconds() >= begin).forEach(later.points::add);
        return later;
    }

    double mean() {
        return points.stream().mapToDouble(Point::value).average().orElse(0);
    }

    /** The mean of the last half of the points over that of the first half. */
    double growth() {
        Series first = new Series();
        Series second = new Series();
        int half = points.size() / 2;
        first.points.addAll(points.subList(0, half));
        second.points.addAll(points.subList(points.size() - half, points.size()));
        return first.mean() == 0 ? 1 : second.mean() / first.mean();
    }

    /** By least squares, per second. */
    double slope() {
        double meanTime = points.stream().mapToDouble(Point::seconds).average().orElse(0);
        double mean = mean();
        double above = points.stream()
                .mapToDouble(point -> (point.seconds() - meanTime) * (point.value() - mean))
                .sum();
        double below = points.stream()
                .mapToDouble(point -> (point.seconds() - meanTime) * (point.seconds() - meanTime))
                .sum();
        return below == 0 ? 0 : above / below;
    }
}
