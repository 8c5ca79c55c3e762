package io.cloacina.domain.context;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** The typed reads that every {@link ContextView} has. */
final class ContextReads {

    private ContextReads() {}

    static <T> Optional<T> read(String key, Optional<JsonValue> value, Class<T> type) {
        requireType(type);
        boolean readsNull = type == JsonValue.class || type == JsonNull.class;
        return value.filter(each -> readsNull || each != JsonNull.NULL).map(each -> JsonToJava.read(key, each, type));
    }

    private static void requireType(Class<?> type) {
        given(type, "the type to read a context value as", "give a class, such as String.class");
    }

    static <T> T require(String key, Optional<JsonValue> value, Class<T> type) {
        requireType(type);
        JsonValue present = value.orElseThrow(() -> new ContextKeyException.KeyAbsent(key, "read"));
        return JsonToJava.read(key, present, type);
    }

    static <T> Optional<List<T>> readList(String key, Optional<JsonValue> value, Class<T> elementType) {
        requireType(elementType);
        return read(key, value, JsonArray.class).map(array -> elements(key, array, elementType));
    }

    private static <T> List<T> elements(String key, JsonArray array, Class<T> type) {
        return array.elements().stream()
                .map(each -> JsonToJava.read(key, each, type))
                .toList();
    }
}
