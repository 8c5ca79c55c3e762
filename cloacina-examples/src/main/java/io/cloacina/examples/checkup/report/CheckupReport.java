package io.cloacina.examples.checkup.report;

import io.cloacina.examples.checkup.repository.Finding;
import io.cloacina.examples.checkup.repository.ScanTotals;
import io.cloacina.examples.checkup.repository.ShardOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Everything that a checkup found, joined: the scan's totals, what became of each shard, and all findings, the worst first.
 *
 * @param repository the directory that was checked
 */
public record CheckupReport(String repository, ScanTotals scan, List<ShardOutcome> shards, List<Finding> findings) {

    public CheckupReport {
        shards = List.copyOf(shards);
        findings = List.copyOf(findings);
    }

    /** Files that have their promised content. */
    public long verified() {
        return sum(ShardOutcome::verified);
    }

    /** Files that have another content. */
    public long mismatched() {
        return sum(ShardOutcome::mismatched);
    }

    /** Files, and directories, of which nothing can be said. */
    public long unverifiable() {
        return sum(ShardOutcome::unverifiable) + scan.unreadable();
    }

    /** Bytes that were read and compared. */
    public long bytesRead() {
        return sum(ShardOutcome::bytes);
    }

    /** Files that were compared with a checksum. */
    public long compared() {
        return verified() + mismatched();
    }

    /** The findings of one kind, by path. */
    public List<Finding> findings(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** The shards that took longest, the slowest first. */
    public List<ShardOutcome> slowest(int count) {
        return shards.stream()
                .sorted(Comparator.comparingLong(ShardOutcome::millis).reversed())
                .limit(count)
                .toList();
    }

    /** What it comes to. */
    public Verdict verdict() {
        if (mismatched() > 0) {
            return Verdict.DAMAGED;
        }
        if (verified() > 0) {
            return Verdict.SOUND;
        }
        return scan.files() + scan.unreadable() == 0 ? Verdict.EMPTY : Verdict.NO_CHECKSUMS;
    }

    /** The verdict in one sentence, with its numbers. */
    public String headline() {
        return switch (verdict()) {
            case SOUND ->
                compared() == 1
                        ? "The one file with a checksum matches it."
                        : "All " + Amounts.count(compared(), "file") + " with a checksum match it.";
            case DAMAGED ->
                Amounts.count(mismatched()) + " of " + Amounts.count(compared(), "file") + " with a checksum "
                        + (mismatched() == 1 ? "does" : "do") + " not match it.";
            case NO_CHECKSUMS ->
                "Nothing could be verified: of " + Amounts.count(scan.files(), "file")
                        + ", none has a usable checksum.";
            case EMPTY -> "There is nothing to verify: the directory holds no artifact.";
        };
    }

    /** What to do about it. */
    public String advice() {
        return verdict() == Verdict.SOUND && unverifiable() > 0
                ? "Nothing is known of the other " + Amounts.count(unverifiable()) + ": they cannot be verified."
                : verdict().advice();
    }

    /** The totals in one sentence. */
    public String summary() {
        return Amounts.count(scan.files(), "file") + ": " + Amounts.count(verified()) + " verified, "
                + Amounts.count(mismatched()) + (mismatched() == 1 ? " mismatch, " : " mismatches, ")
                + Amounts.count(unverifiable()) + " unverifiable; " + Amounts.bytes(bytesRead()) + " compared.";
    }

    private long sum(ToLongFunction<ShardOutcome> number) {
        return shards.stream().mapToLong(number).sum();
    }
}
