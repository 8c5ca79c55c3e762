package io.cloacina.domain.workflow;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * An immutable sequence of task ordinals. It is a list for whoever wants one; the graph's own walks use {@link #at},
 * which boxes nothing. Safe to share between threads.
 */
public final class Ordinals extends AbstractList<Integer> implements RandomAccess {

    /** No ordinals. */
    public static final Ordinals NONE = new Ordinals(new int[0]);

    private final int[] values;

    private Ordinals(int[] values) {
        this.values = values;
    }

    /** These ordinals, in this order. */
    public static Ordinals of(int... values) {
        return values.length == 0 ? NONE : new Ordinals(values.clone());
    }

    /** The set bits, ascending. */
    static Ordinals of(BitSet bits) {
        return new Ordinals(bits.stream().toArray());
    }

    /**
     * The ordinal at a position.
     *
     * @throws IndexOutOfBoundsException if there is no such position
     */
    public int at(int index) {
        return values[index];
    }

    /** The ordinals as a stream of ints, in order. */
    public IntStream ints() {
        return Arrays.stream(values);
    }

    @Override
    public Integer get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }
}
