package io.cloacina.examples.checkup.repository;

/**
 * What a scan saw.
 *
 * @param files files that were dealt out to the shards: every artifact, and what else has a checksum
 * @param bytes their size together
 * @param bookkeeping files of tools without a checksum of their own, left aside
 * @param strayChecksums checksum files whose file is not there
 * @param links symbolic links, none of which is followed
 * @param unreadable directories and files that could not be looked at
 */
public record ScanTotals(long files, long bytes, long bookkeeping, long strayChecksums, long links, long unreadable) {}
