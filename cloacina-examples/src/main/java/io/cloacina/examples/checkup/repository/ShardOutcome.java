package io.cloacina.examples.checkup.repository;

import java.util.List;

/**
 * What became of one shard. Small, because it goes through the context of the workflow: numbers, and the first few
 * mismatches; all findings are in the shard's {@link FindingsFile}.
 *
 * @param shard its number, from 0
 * @param files files it looked at
 * @param bytes bytes it read
 * @param verified files whose content is what their checksum promises
 * @param mismatched files whose content is something else
 * @param unverifiable files that could not be compared: no checksum, a malformed one, or not readable
 * @param firstMismatches the paths of the first few mismatched files
 * @param millis how long it took
 */
public record ShardOutcome(
        int shard,
        long files,
        long bytes,
        long verified,
        long mismatched,
        long unverifiable,
        List<String> firstMismatches,
        long millis) {

    /** How many paths {@link #firstMismatches()} holds at most. */
    public static final int FIRST = 20;

    public ShardOutcome {
        firstMismatches = List.copyOf(firstMismatches);
    }
}
