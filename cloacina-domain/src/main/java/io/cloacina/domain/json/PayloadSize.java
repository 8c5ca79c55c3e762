package io.cloacina.domain.json;

import static io.cloacina.domain.Arguments.given;

/**
 * How large a payload is.
 *
 * @param bytes the bytes of its canonical text in UTF-8
 * @param keys how many members its objects have, at every depth together
 */
public record PayloadSize(long bytes, long keys) {

    /** The size of nothing at all. */
    public static final PayloadSize ZERO = new PayloadSize(0, 0);

    public PayloadSize plus(PayloadSize other) {
        given(other, "the size to add", "give PayloadSize.ZERO for nothing");
        return new PayloadSize(bytes + other.bytes, keys + other.keys);
    }

    public PayloadSize minus(PayloadSize other) {
        given(other, "the size to take away", "give PayloadSize.ZERO for nothing");
        return new PayloadSize(bytes - other.bytes, keys - other.keys);
    }
}
