package io.cloacina.examples.checkup.report;

import io.cloacina.examples.checkup.repository.Finding;
import io.cloacina.examples.checkup.repository.Finding.Kind;
import io.cloacina.examples.checkup.repository.ScanTotals;
import io.cloacina.examples.checkup.repository.ShardOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports and runs with known numbers. */
final class SampleReports {

    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private SampleReports() {}

    /** Two shards: 30 verified, 2 mismatches, 3 unverifiable, and a directory that could not be read. */
    static CheckupReport damaged() {
        return new CheckupReport(
                "/home/me/.m2/repository",
                new ScanTotals(35, 5_000_000, 4, 1, 2, 1),
                List.of(
                        new ShardOutcome(0, 20, 1_500_000, 18, 1, 1, List.of("org/a/1/a-1.jar"), 120),
                        new ShardOutcome(1, 15, 2_500_000, 12, 1, 2, List.of("org/<b>&/1/b-1.jar"), 2_345)),
                List.of(
                        new Finding(Kind.MISMATCH, "org/<b>&/1/b-1.jar", "promised 1, is 2"),
                        new Finding(Kind.MISMATCH, "org/a/1/a-1.jar", "promised 3, is 4"),
                        new Finding(Kind.UNREADABLE, "org/secret", "permission denied"),
                        new Finding(Kind.BAD_CHECKSUM, "org/c/1/c-1.jar", "its .sha1 holds no SHA-1"),
                        new Finding(Kind.NO_CHECKSUM, "org/d/1/d-1.jar", "no .sha1 beside it"),
                        new Finding(Kind.NO_CHECKSUM, "org/e\n/1/e-1.jar", "no .sha1 beside it")));
    }

    /** A report of these totals without findings. */
    static CheckupReport of(long files, long verified) {
        ShardOutcome shard = new ShardOutcome(0, files, 10, verified, 0, files - verified, List.of(), 1);
        return new CheckupReport("/r", new ScanTotals(files, 10, 0, 0, 0, 0), List.of(shard), List.of());
    }

    /** A run of a scan, some shards and a report, one after the other, 100 ms each. */
    static ReportedRun run(int shards) {
        List<ReportedTask> tasks = new ArrayList<>();
        tasks.add(task("scan", 0, List.of()));
        List<String> names = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            String name = String.format("shard-%02d", shard);
            names.add(name);
            tasks.add(task(name, 100L * (shard + 1), List.of("scan")));
        }
        tasks.add(task("report", 100L * (shards + 1), names));
        return new ReportedRun("0190-id", "SQLite", START, START.plusMillis(100L * (shards + 2)), tasks);
    }

    static ReportedTask task(String id, long startMillis, List<String> dependencies) {
        Instant start = START.plusMillis(startMillis);
        return new ReportedTask(id, dependencies, "COMPLETED", Optional.of(start), start.plus(Duration.ofMillis(100)));
    }
}
