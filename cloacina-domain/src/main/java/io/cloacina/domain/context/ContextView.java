package io.cloacina.domain.context;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A context to read from: keys and their JSON values.
 *
 * <p>Typed reads know these types without any help: {@code String}, {@code Boolean}, the numbers of {@code java.lang} and
 * {@code java.math} (refused when the value does not fit), enums by the name of their constant, {@code List}, {@code Map}
 * and {@code Object} (whose content is then read as string, boolean, {@code Long} or {@code BigDecimal}, list, map or
 * null), and {@link JsonValue} with its kinds. Every other type, records and POJOs above all, is the business of the
 * installed {@link DataBinding}. No method returns null or takes it: {@link RefusedArgumentException} says which argument
 * was null.
 */
public interface ContextView {

    /** The keys that have a value, as they are now. */
    Set<String> keys();

    /** The whole context as JSON, as it is now. */
    JsonObject toJson();

    /** Whether the key has a value; JSON null is one. */
    default boolean contains(String key) {
        return get(key).isPresent();
    }

    /** The value of the key, or empty when it has none. */
    Optional<JsonValue> get(String key);

    /**
     * The value of the key as that type, or empty when it has none or JSON null.
     *
     * @throws ContextKeyException.TypeMismatch if the value is not of that type
     * @throws DataBindingException if the type needs a {@link DataBinding} and none is installed
     */
    default <T> Optional<T> get(String key, Class<T> type) {
        return ContextReads.read(key, get(key), type);
    }

    /**
     * The value of the key as that type.
     *
     * @throws ContextKeyException.KeyAbsent if the key has no value
     * @throws ContextKeyException.TypeMismatch if the value is not of that type; JSON null is of none but {@link JsonValue}
     * @throws DataBindingException if the type needs a {@link DataBinding} and none is installed
     */
    default <T> T require(String key, Class<T> type) {
        return ContextReads.require(key, get(key), type);
    }

    /**
     * The array under the key as a list of that type, or empty when the key has no value or JSON null. The list is
     * unmodifiable and holds no null.
     *
     * @throws ContextKeyException.TypeMismatch if the value is no array or one of its elements is not of that type
     * @throws DataBindingException if the type needs a {@link DataBinding} and none is installed
     */
    default <T> Optional<List<T>> getList(String key, Class<T> elementType) {
        return ContextReads.readList(key, get(key), elementType);
    }
}
