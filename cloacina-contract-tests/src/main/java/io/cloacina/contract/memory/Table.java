package io.cloacina.contract.memory;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows by key, with partial indexes. Rows are never changed, only replaced, so that every change can be taken back. */
final class Table<K extends Comparable<? super K>, R> {

    private final NavigableMap<K, R> rows = new TreeMap<>();
    private final UndoLog undo;
    private final List<Index<R>> indexes;

    Table(UndoLog undo, List<Index<R>> indexes) {
        this.undo = undo;
        this.indexes = List.copyOf(indexes);
    }

    Optional<R> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    boolean contains(K key) {
        return rows.containsKey(key);
    }

    void put(K key, R row) {
        R before = replace(key, row);
        undo.add(() -> replace(key, before));
    }

    Stream<R> rows() {
        return rows.values().stream();
    }

    Stream<R> newestFirst() {
        return rows.descendingMap().values().stream();
    }

    Stream<R> between(K first, K last) {
        return rows.subMap(first, true, last, true).values().stream();
    }

    private @Nullable R replace(K key, @Nullable R row) {
        R before = row == null ? rows.remove(key) : rows.put(key, row);
        indexes.forEach(index -> index.replace(before, row));
        return before;
    }
}
