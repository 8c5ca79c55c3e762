package io.cloacina.contract.memory;

import java.util.Comparator;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A partial index: the rows of one table that pass a test, in one order. The order must tell any two rows apart. */
final class Index<R> {

    private final Predicate<R> member;
    private final TreeSet<R> rows;

    Index(Predicate<R> member, Comparator<R> order) {
        this.member = member;
        this.rows = new TreeSet<>(order);
    }

    void replace(@Nullable R before, @Nullable R after) {
        if (before != null && member.test(before)) {
            rows.remove(before);
        }
        if (after != null && member.test(after)) {
            rows.add(after);
        }
    }

    Stream<R> rows() {
        return rows.stream();
    }
}
