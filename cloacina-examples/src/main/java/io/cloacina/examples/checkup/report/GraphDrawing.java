package io.cloacina.examples.checkup.report;

import static io.cloacina.examples.checkup.report.Markup.escape;
import static io.cloacina.examples.checkup.report.Markup.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A workflow's graph as an SVG element: a column for each level (a task stands one column right of its last dependency),
 * the tasks of a level below each other and centred, a curve for each dependency. Colours come from the page's style.
 */
final class GraphDrawing {

    private static final double NODE_WIDTH = 168;
    private static final double NODE_HEIGHT = 26;
    private static final double ROW = 34;
    private static final double COLUMN = 284;
    private static final double MARGIN = 6;

    private final List<ReportedTask> tasks;
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    private GraphDrawing(List<ReportedTask> tasks) {
        this.tasks = tasks;
    }

    private record Place(double x, double y) {
        double right() {
            return x + NODE_WIDTH;
        }

        double middle() {
            return y + NODE_HEIGHT / 2;
        }
    }

    /** The drawing of these tasks, each given after its dependencies. */
    static String of(List<ReportedTask> tasks) {
        return new GraphDrawing(tasks).draw();
    }

    private String draw() {
        tasks.forEach(task -> levels.put(task.id(), levelOf(task)));
        List<List<ReportedTask>> columns = columns();
        double height = ROW * columns.stream().mapToInt(List::size).max().orElse(1);
        for (int column = 0; column < columns.size(); column++) {
            place(columns.get(column), column, height);
        }
        double width = COLUMN * (columns.size() - 1) + NODE_WIDTH + 2 * MARGIN;
        return svg(width, height + 2 * MARGIN);
    }

    private int levelOf(ReportedTask task) {
        return task.dependencies().stream().mapToInt(this::level).max().orElse(-1) + 1;
    }

    private int level(String task) {
        return Objects.requireNonNull(levels.get(task), () -> "task '" + task + "' must come before its successors");
    }

    private List<List<ReportedTask>> columns() {
        List<List<ReportedTask>> columns = new ArrayList<>();
        for (ReportedTask task : tasks) {
            int level = level(task.id());
            while (columns.size() <= level) {
                columns.add(new ArrayList<>());
            }
            columns.get(level).add(task);
        }
        return columns;
    }

    private void place(List<ReportedTask> column, int level, double height) {
        double top = MARGIN + (height - ROW * column.size()) / 2 + (ROW - NODE_HEIGHT) / 2;
        for (int row = 0; row < column.size(); row++) {
            places.put(column.get(row).id(), new Place(MARGIN + level * COLUMN, top + row * ROW));
        }
    }

    private Place place(String task) {
        return Objects.requireNonNull(places.get(task), () -> "task '" + task + "' has no place yet");
    }

    private String svg(double width, double height) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"graph\" role=\"img\" aria-label=\"The graph of the workflow\" viewBox=\"0 0 ")
                .append(number(width) + " " + number(height) + "\">\n");
        tasks.forEach(task -> task.dependencies().forEach(before -> svg.append(edge(before, task.id()))));
        tasks.forEach(task -> svg.append(node(task)));
        return svg.append("</svg>").toString();
    }

    private String edge(String from, String to) {
        Place start = place(from);
        Place end = place(to);
        double bend = (end.x() - start.right()) / 2;
        return "<path class=\"edge\" d=\"M%s %s C%s %s %s %s %s %s\"/>\n"
                .formatted(
                        number(start.right()),
                        number(start.middle()),
                        number(start.right() + bend),
                        number(start.middle()),
                        number(end.x() - bend),
                        number(end.middle()),
                        number(end.x()),
                        number(end.middle()));
    }

    private String node(ReportedTask task) {
        Place place = place(task.id());
        return """
                <g class="node %s" transform="translate(%s %s)"><title>%s: %s</title>\
                <rect width="%s" height="%s" rx="6"/><circle cx="14" cy="13" r="4"/>\
                <text x="26" y="17">%s</text><text class="aside" x="%s" y="17">%s</text></g>
                """.formatted(
                        task.cssClass(),
                        number(place.x()),
                        number(place.y()),
                        escape(task.id()),
                        escape(task.cssClass()),
                        number(NODE_WIDTH),
                        number(NODE_HEIGHT),
                        escape(task.id()),
                        number(NODE_WIDTH - 10),
                        escape(Amounts.duration(task.duration())));
    }
}
