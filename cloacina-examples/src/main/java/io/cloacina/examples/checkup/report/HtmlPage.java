package io.cloacina.examples.checkup.report;

import static io.cloacina.examples.checkup.report.Markup.escape;

import io.cloacina.examples.checkup.repository.Finding;
import io.cloacina.examples.checkup.repository.PathText;
import io.cloacina.examples.checkup.repository.ShardOutcome;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The report as one HTML page that needs nothing but itself: style and drawings are inside, nothing is loaded. It is
 * well-formed XML too. The layout is in {@code page.html} and {@code page.css}; this class fills it. Long lists are cut:
 * the text report has them whole.
 */
public final class HtmlPage {

    private static final int SHOWN = 200;
    private static final int SLOWEST = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final CheckupReport report;
    private final ReportedRun run;

    private HtmlPage(CheckupReport report, ReportedRun run) {
        this.report = report;
        this.run = run;
    }

    /** The page for this report and the run that made it. */
    public static String of(CheckupReport report, ReportedRun run) {
        return new HtmlPage(report, run).write();
    }

    private String write() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("style", Markup.fill("page.css", Map.of()));
        values.put("repository", escape(PathText.write(report.repository())));
        values.put("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        values.put("headline", escape(report.headline()));
        values.put("advice", escape(report.advice()));
        values.put("tiles", tiles());
        values.put("aside", escape(aside()));
        values.put("mismatches", mismatches());
        values.put("unverifiable", unverifiable());
        values.put("graph", GraphDrawing.of(run.tasks()));
        values.put("timeline", TimeLineDrawing.of(run.tasks()));
        values.put("slowest", rows(report.slowest(SLOWEST), this::slowRow));
        values.put("execution", escape(run.execution()));
        values.put("store", escape(run.store()));
        values.put("time", escape(TIME.format(run.completed())));
        return Markup.fill("page.html", values);
    }

    private String tiles() {
        return tile("files", Amounts.count(report.scan().files()), "")
                + tile("verified", Amounts.count(report.verified()), "good")
                + tile("mismatches", Amounts.count(report.mismatched()), report.mismatched() > 0 ? "bad" : "")
                + tile("unverifiable", Amounts.count(report.unverifiable()), report.unverifiable() > 0 ? "warn" : "")
                + tile("compared", Amounts.bytes(report.bytesRead()), "")
                + tile("took", Amounts.duration(run.duration()), "");
    }

    private static String tile(String label, String value, String tone) {
        return "<div class=\"tile %s\"><b>%s</b><span>%s</span></div>\n".formatted(tone, escape(value), escape(label));
    }

    private String aside() {
        return Amounts.bytes(report.scan().bytes()) + " in the files. Left aside: "
                + Amounts.count(report.scan().bookkeeping(), "bookkeeping file") + ", "
                + Amounts.count(report.scan().strayChecksums(), "checksum") + " without a file, "
                + Amounts.count(report.scan().links(), "symbolic link") + ".";
    }

    private String mismatches() {
        List<Finding> findings = report.findings(Finding.Kind.MISMATCH);
        if (findings.isEmpty()) {
            return "";
        }
        return "<section><h2>Mismatches</h2>\n<ul class=\"findings\">\n%s</ul>\n%s</section>\n"
                .formatted(rows(shown(findings), HtmlPage::item), rest(findings));
    }

    private String unverifiable() {
        String groups = group("Not readable", Finding.Kind.UNREADABLE)
                + group("Malformed checksum", Finding.Kind.BAD_CHECKSUM)
                + group("No checksum", Finding.Kind.NO_CHECKSUM);
        return groups.isEmpty() ? "" : "<section><h2>Unverifiable</h2>\n" + groups + "</section>\n";
    }

    private String group(String title, Finding.Kind kind) {
        List<Finding> findings = report.findings(kind);
        if (findings.isEmpty()) {
            return "";
        }
        return """
                <details><summary>%s <span class="dim">%s</span></summary>
                <ul class="findings">
                %s</ul>
                %s</details>
                """.formatted(
                        escape(title),
                        escape(Amounts.count(findings.size(), "file")),
                        rows(shown(findings), HtmlPage::item),
                        rest(findings));
    }

    private static List<Finding> shown(List<Finding> findings) {
        return findings.subList(0, Math.min(SHOWN, findings.size()));
    }

    private static String rest(List<Finding> findings) {
        int rest = findings.size() - SHOWN;
        return rest <= 0
                ? ""
                : "<p class=\"dim\">and " + Amounts.count(rest) + " more: report.txt lists them all</p>\n";
    }

    private static String item(Finding finding) {
        return "<li><code>%s</code> <span class=\"dim\">%s</span></li>\n"
                .formatted(escape(PathText.write(finding.path())), escape(finding.detail()));
    }

    private String slowRow(ShardOutcome shard) {
        long longest = Math.max(1, report.slowest(1).get(0).millis());
        return """
                <tr><td>shard-%02d</td><td class="number">%s</td>\
                <td class="bar"><i style="width:%d%%"></i></td>\
                <td class="number">%s</td><td class="number">%s</td></tr>
                """.formatted(
                        shard.shard(),
                        escape(Amounts.duration(Duration.ofMillis(shard.millis()))),
                        100 * shard.millis() / longest,
                        escape(Amounts.count(shard.files())),
                        escape(Amounts.bytes(shard.bytes())));
    }

    private static <T> String rows(List<T> elements, Function<T, String> row) {
        return elements.stream().map(row).collect(Collectors.joining());
    }
}
