package io.cloacina.domain.context;

import io.cloacina.domain.json.JsonValue;
import java.util.Optional;

/**
 * Turns objects of types that the domain does not know (records, POJOs, dates, …) into JSON and back. Found once by
 * {@link java.util.ServiceLoader}; the runner brings one. An implementation is thread-safe, never writes or obeys a class
 * name in the JSON, and keeps all digits of numbers.
 */
public interface DataBinding {

    /**
     * The JSON of an object.
     *
     * @throws DataBindingException if it cannot be turned into JSON; the message names types, never values
     */
    JsonValue toJson(Object value);

    /**
     * The object that the JSON stands for; never null.
     *
     * @throws DataBindingException if the JSON does not fit the type; the message names fields and types, never values
     */
    <T> T fromJson(JsonValue value, Class<T> type);

    /**
     * The binding on this class or module path.
     *
     * @throws DataBindingException if there is more than one
     */
    static Optional<DataBinding> installed() {
        return InstalledBinding.find();
    }
}
