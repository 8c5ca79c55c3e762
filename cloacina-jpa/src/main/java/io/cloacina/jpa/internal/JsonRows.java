package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.json.JsonString;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The JSON array that carries a set into a statement: one object per element. Text is escaped by the domain's canonical
 * writer; JSON payloads travel as text too, and the statement casts them. A null is left out, which reads as null.
 */
final class JsonRows {

    /** The most elements and characters of one statement: far below what either database takes, far above a group. */
    static final int MAX_ELEMENTS = 5_000;

    private static final int MAX_CHARACTERS = 8 << 20;

    private final StringBuilder out = new StringBuilder("[");
    private char separator;
    private int elements;

    private JsonRows() {}

    /** The array of these elements; {@code fields} puts the members of one. */
    static <T> String of(Collection<T> elements, BiConsumer<JsonRows, T> fields) {
        JsonRows rows = new JsonRows();
        elements.forEach(element -> rows.add(element, fields));
        return rows.end();
    }

    /** The same as several arrays of bounded size, in order; none when there are no elements. */
    static <T> void chunks(Collection<T> elements, BiConsumer<JsonRows, T> fields, Consumer<String> chunk) {
        JsonRows rows = new JsonRows();
        for (T element : elements) {
            rows.add(element, fields);
            if (rows.isFull()) {
                chunk.accept(rows.end());
                rows = new JsonRows();
            }
        }
        if (rows.elements > 0) {
            chunk.accept(rows.end());
        }
    }

    private <T> void add(T element, BiConsumer<JsonRows, T> fields) {
        if (elements++ > 0) {
            out.append(',');
        }
        separator = '{';
        fields.accept(this, element);
        out.append('}');
    }

    private boolean isFull() {
        return elements == MAX_ELEMENTS || out.length() > MAX_CHARACTERS;
    }

    private String end() {
        return out.append(']').toString();
    }

    JsonRows id(String name, ExecutionId id) {
        return id(name, id.value());
    }

    JsonRows id(String name, UUID id) {
        member(name).append('"').append(id).append('"');
        return this;
    }

    /** The two members that name a task. */
    JsonRows ref(TaskRef task) {
        return id("execution", task.execution()).number("task", task.ordinal());
    }

    JsonRows text(String name, @Nullable String text) {
        if (text != null) {
            member(name).append(new JsonString(text).canonical());
        }
        return this;
    }

    JsonRows word(String name, @Nullable Enum<?> word) {
        return text(name, word == null ? null : word.name());
    }

    JsonRows number(String name, @Nullable Number number) {
        if (number != null) {
            member(name).append(number);
        }
        return this;
    }

    JsonRows flag(String name, boolean flag) {
        member(name).append(flag);
        return this;
    }

    private StringBuilder member(String name) {
        out.append(separator).append('"').append(name).append("\":");
        separator = ',';
        return out;
    }
}
