package io.cloacina.examples.checkup.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Maps instants to places on an axis. Times in which something ran are to scale; a long pause (the process was killed at
 * night and started again in the morning) is cut down to a narrow band, or it would squeeze all bars into slivers.
 */
final class TimeScale {

    /** A pause longer than this share of the time in which something ran is cut down. */
    private static final double LONG_PAUSE = 0.5;

    /** To this share. */
    private static final double CUT_PAUSE = 0.12;

    private static final double NANOS = 1e9;

    private final Instant origin;
    private final double width;
    private final List<Segment> segments = new ArrayList<>();
    private double units;

    /** A time in which something ran. */
    record Span(Instant start, Instant end) {}

    /** A stretch of the axis. {@code from}, {@code to}: seconds since the origin; {@code at}, {@code length}: units. */
    private record Segment(double from, double to, double at, double length) {}

    /** A pause that was cut down: its place on the axis, and how long it was in truth. */
    record Cut(double from, double to, Duration length) {}

    /** A round time on the axis, since the first start or, if {@code resumed}, since the last pause that was cut down. */
    record Tick(double at, Duration elapsed, boolean resumed) {}

    private TimeScale(Instant origin, double width) {
        this.origin = origin;
        this.width = width;
    }

    /** An axis of that width for these times, at least one. */
    static TimeScale over(List<Span> spans, double width) {
        List<Span> busy = merge(spans);
        TimeScale scale = new TimeScale(busy.get(0).start(), width);
        double ran = busy.stream()
                .mapToDouble(span -> seconds(span.start(), span.end()))
                .sum();
        for (Span span : busy) {
            scale.addPauseBefore(span, Math.max(ran, 1e-3));
            scale.add(seconds(scale.origin, span.start()), seconds(scale.origin, span.end()));
        }
        return scale;
    }

    /** The place of an instant, from 0 to the width. */
    double at(Instant instant) {
        return at(seconds(origin, instant));
    }

    /** The pauses that were cut down. */
    List<Cut> cuts() {
        return segments.stream()
                .filter(TimeScale::isCut)
                .map(s -> new Cut(place(s.at()), place(s.at() + s.length()), duration(s.to() - s.from())))
                .toList();
    }

    /**
     * Round times, about {@code atLeast} to three times as many; none in a pause that was cut down. After such a pause they
     * count from its end.
     */
    List<Tick> ticks(int atLeast) {
        double step = roundStep(units / atLeast);
        double base = 0;
        List<Tick> ticks = new ArrayList<>();
        for (Segment segment : segments) {
            if (isCut(segment)) {
                base = segment.to();
            } else {
                addTicks(segment, base, step, ticks);
            }
        }
        return ticks;
    }

    private void addTicks(Segment segment, double base, double step, List<Tick> ticks) {
        for (double t = base + Math.ceil((segment.from() - base) / step) * step; t < segment.to(); t += step) {
            ticks.add(new Tick(at(t), duration(t - base), base > 0));
        }
    }

    private static List<Span> merge(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && !span.start().isAfter(merged.get(last).end())) {
                merged.set(
                        last,
                        new Span(
                                merged.get(last).start(), later(merged.get(last).end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private void addPauseBefore(Span span, double ran) {
        if (!segments.isEmpty()) {
            double from = segments.get(segments.size() - 1).to();
            double to = seconds(origin, span.start());
            add(from, to, to - from > ran * LONG_PAUSE ? ran * CUT_PAUSE : to - from);
        }
    }

    private void add(double from, double to) {
        add(from, to, to - from);
    }

    private void add(double from, double to, double length) {
        segments.add(new Segment(from, to, units, length));
        units += length;
    }

    private double at(double seconds) {
        for (Segment segment : segments) {
            if (seconds <= segment.to()) {
                double share = segment.to() == segment.from()
                        ? 0
                        : (seconds - segment.from()) / (segment.to() - segment.from());
                return place(segment.at() + Math.max(0, share) * segment.length());
            }
        }
        return width;
    }

    private double place(double unit) {
        return units == 0 ? 0 : unit / units * width;
    }

    private static boolean isCut(Segment segment) {
        return segment.to() - segment.from() > segment.length() * 1.001;
    }

    /** The next smaller of 1, 2, 5 × 10ⁿ. */
    private static double roundStep(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(step, 1e-3))));
        double lead = step / power;
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }
}
