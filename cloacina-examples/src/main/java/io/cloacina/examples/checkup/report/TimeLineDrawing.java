package io.cloacina.examples.checkup.report;

import static io.cloacina.examples.checkup.report.Markup.escape;
import static io.cloacina.examples.checkup.report.Markup.number;

import java.util.ArrayList;
import java.util.List;

/**
 * When each task ran, as an SVG element: a row for each task, its last try as a bar, times since the first start. A
 * long pause is drawn as a narrow band with its true length.
 */
final class TimeLineDrawing {

    private static final double LABELS = 84;
    private static final double CHART = 560;
    private static final double DURATIONS = 92;
    private static final double ROW = 22;
    private static final double BAR = 12;
    private static final double TOP = 26;
    private static final double SMALLEST_BAR = 2;
    private static final int TICKS = 4;

    private final List<ReportedTask> tasks;
    private final TimeScale scale;
    private final double bottom;
    private final StringBuilder svg = new StringBuilder();

    private TimeLineDrawing(List<ReportedTask> tasks, TimeScale scale) {
        this.tasks = tasks;
        this.scale = scale;
        this.bottom = TOP + ROW * tasks.size();
    }

    /** The drawing of these tasks in their order; a sentence when none of them ever ran. */
    static String of(List<ReportedTask> tasks) {
        List<TimeScale.Span> spans = new ArrayList<>();
        tasks.forEach(task ->
                task.started().ifPresent(start -> spans.add(new TimeScale.Span(start, task.completed()))));
        return spans.isEmpty()
                ? "<p>No task ran.</p>"
                : new TimeLineDrawing(tasks, TimeScale.over(spans, CHART)).draw();
    }

    private String draw() {
        svg.append("<svg class=\"timeline\" role=\"img\" aria-label=\"When each task ran\" viewBox=\"0 0 ")
                .append(number(LABELS + CHART + DURATIONS) + " " + number(bottom + 6) + "\">\n");
        scale.cuts().forEach(this::drawCut);
        scale.ticks(TICKS).forEach(this::drawTick);
        for (int row = 0; row < tasks.size(); row++) {
            drawTask(tasks.get(row), TOP + row * ROW);
        }
        return svg.append("</svg>").toString();
    }

    private void drawCut(TimeScale.Cut cut) {
        double x = LABELS + cut.from();
        double width = cut.to() - cut.from();
        svg.append("<g class=\"cut\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(number(x), number(TOP - 4), number(width), number(bottom - TOP + 4)));
        svg.append("<text x=\"%s\" y=\"%s\" transform=\"rotate(-90 %s %s)\">nothing ran for %s</text></g>\n"
                .formatted(
                        number(x + width / 2),
                        number((TOP + bottom) / 2),
                        number(x + width / 2),
                        number((TOP + bottom) / 2),
                        escape(Amounts.duration(cut.length()))));
    }

    private void drawTick(TimeScale.Tick tick) {
        String x = number(LABELS + tick.at());
        svg.append(
                "<g class=\"tick\"><line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/><text x=\"%s\" y=\"12\">%s</text></g>\n"
                        .formatted(x, number(TOP - 8), x, number(bottom), x, escape(label(tick))));
    }

    private static String label(TimeScale.Tick tick) {
        String elapsed = tick.elapsed().isZero() ? "0" : Amounts.duration(tick.elapsed());
        return tick.resumed() ? "+" + elapsed : elapsed;
    }

    private void drawTask(ReportedTask task, double top) {
        String baseline = number(top + ROW - 7);
        svg.append("<g class=\"row %s\"><title>%s: %s</title><text class=\"label\" x=\"%s\" y=\"%s\">%s</text>"
                .formatted(
                        task.cssClass(),
                        escape(task.id()),
                        escape(task.cssClass()),
                        number(LABELS - 10),
                        baseline,
                        escape(task.id())));
        task.started().ifPresent(start -> drawBar(scale.at(start), scale.at(task.completed()), top));
        svg.append("<text class=\"aside\" x=\"%s\" y=\"%s\">%s</text></g>\n"
                .formatted(number(LABELS + CHART + DURATIONS - 4), baseline, escape(aside(task))));
    }

    private void drawBar(double from, double to, double top) {
        double width = Math.max(SMALLEST_BAR, to - from);
        double x = LABELS + Math.min(from, CHART - width);
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\"/>"
                .formatted(number(x), number(top + (ROW - BAR) / 2), number(width), number(BAR)));
    }

    private static String aside(ReportedTask task) {
        return task.started().isPresent() ? Amounts.duration(task.duration()) : task.cssClass();
    }
}
