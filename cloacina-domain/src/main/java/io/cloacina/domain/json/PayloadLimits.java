package io.cloacina.domain.json;

import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.RefusedArgumentException;

/**
 * How large a payload may be. Each limit can be lowered, and raised up to the hard cap of {@link #MAXIMUM}; a value
 * outside its bounds is refused. The caps are where both databases still give back exactly what was stored.
 *
 * @param maxBytes bytes of the canonical text in UTF-8. Raise it with care: every task that inherits a value reads it;
 *     large data belongs into a file or table that the context points to. 2 to 16 MiB, default 1 MiB
 * @param maxDepth how many arrays and objects may be inside one another; a context itself is the first. 1 to 100, default
 *     100
 * @param maxKeys members of all objects together. 1 to 1,000,000, default 100,000
 * @param maxKeyLength the length of one key in {@code char}s. 1 to 10,000, default 1,000
 * @param maxStringLength the length of one string in {@code char}s. 1 to 16 Mi, default 1 Mi
 * @param maxNumberDigits the significant digits of a number. 1 to 500, default 500
 * @param maxNumberScale how many places the last significant digit of a number may be away from the decimal point, to
 *     the right or the left. Every {@code double} needs at most 341. 0 to 400, default 400
 */
public record PayloadLimits(
        int maxBytes,
        int maxDepth,
        int maxKeys,
        int maxKeyLength,
        int maxStringLength,
        int maxNumberDigits,
        int maxNumberScale) {

    /** No number may have more places than this, so its text stays below 1,000 characters, which parsers accept unasked. */
    public static final int MAX_NUMBER_SCALE = 400;

    /** The hard cap of every limit. */
    public static final PayloadLimits MAXIMUM =
            new PayloadLimits(16 << 20, 100, 1_000_000, 10_000, 16 << 20, 500, MAX_NUMBER_SCALE);

    /** The limits in force unless a runner is configured otherwise. */
    public static final PayloadLimits DEFAULT =
            new PayloadLimits(1 << 20, 100, 100_000, 1_000, 1 << 20, 500, MAX_NUMBER_SCALE);

    /** @throws RefusedArgumentException if a limit is out of its bounds */
    public PayloadLimits {
        within(2, 16 << 20, maxBytes, "the maxBytes of payload limits");
        within(1, 100, maxDepth, "the maxDepth of payload limits");
        within(1, 1_000_000, maxKeys, "the maxKeys of payload limits");
        within(1, 10_000, maxKeyLength, "the maxKeyLength of payload limits");
        within(1, 16 << 20, maxStringLength, "the maxStringLength of payload limits");
        within(1, 500, maxNumberDigits, "the maxNumberDigits of payload limits");
        within(0, MAX_NUMBER_SCALE, maxNumberScale, "the maxNumberScale of payload limits");
    }

    /** These limits with another one on bytes. */
    public PayloadLimits withMaxBytes(int bytes) {
        return new PayloadLimits(
                bytes, maxDepth, maxKeys, maxKeyLength, maxStringLength, maxNumberDigits, maxNumberScale);
    }

    /** These limits with another one on depth. */
    public PayloadLimits withMaxDepth(int depth) {
        return new PayloadLimits(
                maxBytes, depth, maxKeys, maxKeyLength, maxStringLength, maxNumberDigits, maxNumberScale);
    }

    /** These limits with another one on the number of keys. */
    public PayloadLimits withMaxKeys(int keys) {
        return new PayloadLimits(
                maxBytes, maxDepth, keys, maxKeyLength, maxStringLength, maxNumberDigits, maxNumberScale);
    }

    /** These limits with another one on the length of a key. */
    public PayloadLimits withMaxKeyLength(int length) {
        return new PayloadLimits(maxBytes, maxDepth, maxKeys, length, maxStringLength, maxNumberDigits, maxNumberScale);
    }

    /** These limits with another one on the length of a string. */
    public PayloadLimits withMaxStringLength(int length) {
        return new PayloadLimits(maxBytes, maxDepth, maxKeys, maxKeyLength, length, maxNumberDigits, maxNumberScale);
    }
}
