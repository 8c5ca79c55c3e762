package io.cloacina.examples.checkup.report;

import io.cloacina.examples.checkup.repository.Finding;
import io.cloacina.examples.checkup.repository.PathText;
import io.cloacina.examples.checkup.repository.ScanTotals;
import io.cloacina.examples.checkup.repository.ShardOutcome;
import java.time.Duration;
import java.util.List;

/** The report as plain text: complete, one finding a line, for reading and for {@code grep}. */
public final class TextReport {

    private static final int SLOWEST = 5;

    private final CheckupReport report;
    private final StringBuilder text = new StringBuilder();

    private TextReport(CheckupReport report) {
        this.report = report;
    }

    /** The text, ending with a line break. */
    public static String of(CheckupReport report) {
        return new TextReport(report).write();
    }

    private String write() {
        line("Checkup of " + PathText.write(report.repository()));
        line("");
        line(report.headline());
        line(report.advice());
        writeTotals();
        writeFindings("Mismatches", Finding.Kind.MISMATCH);
        writeFindings("Not readable", Finding.Kind.UNREADABLE);
        writeFindings("Malformed checksum", Finding.Kind.BAD_CHECKSUM);
        writeFindings("No checksum", Finding.Kind.NO_CHECKSUM);
        writeSlowestShards();
        return text.toString();
    }

    private void writeTotals() {
        ScanTotals scan = report.scan();
        heading("Totals");
        total("files", scan.files());
        total("verified", report.verified());
        total("mismatches", report.mismatched());
        total("unverifiable", report.unverifiable());
        line("  and aside: " + Amounts.count(scan.bookkeeping(), "bookkeeping file") + ", "
                + Amounts.count(scan.strayChecksums(), "checksum") + " without a file, "
                + Amounts.count(scan.links(), "link") + " not followed");
        line("  size " + Amounts.bytes(scan.bytes()) + ", read and compared " + Amounts.bytes(report.bytesRead()));
    }

    private void writeFindings(String title, Finding.Kind kind) {
        List<Finding> findings = report.findings(kind);
        if (!findings.isEmpty()) {
            heading(title + " (" + Amounts.count(findings.size()) + ")");
            findings.forEach(finding -> line("  " + PathText.write(finding.path()) + "  " + finding.detail()));
        }
    }

    private void writeSlowestShards() {
        heading("Slowest shards");
        for (ShardOutcome shard : report.slowest(SLOWEST)) {
            line(String.format(
                    "  shard-%02d  %10s  %12s  %10s",
                    shard.shard(),
                    Amounts.duration(Duration.ofMillis(shard.millis())),
                    Amounts.count(shard.files(), "file"),
                    Amounts.bytes(shard.bytes())));
        }
    }

    private void total(String what, long number) {
        line(String.format("  %-12s  %10s", what, Amounts.count(number)));
    }

    private void heading(String title) {
        line("");
        line(title);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
