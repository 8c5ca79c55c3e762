package io.cloacina.domain.context;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValidator;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.domain.json.PayloadPath;
import io.cloacina.domain.json.PayloadSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of one context while it is made, and the rules for changing them. Each write checks the new value
 * and the size of the whole, at the cost of the new value alone. Not thread-safe.
 */
final class Entries {

    /** Measures what is there already: it was stored, so it may be beyond limits that were lowered since. */
    private static final JsonValidator MEASURE = new JsonValidator(PayloadLimits.MAXIMUM);

    private static final String KEY = "the key of a context";

    private final Map<String, JsonValue> values;
    private final JsonValidator validator;
    private @Nullable PayloadSize members;

    Entries(Map<String, JsonValue> values, PayloadLimits limits) {
        this(new LinkedHashMap<>(values), new JsonValidator(limits), null);
    }

    private Entries(Map<String, JsonValue> values, JsonValidator validator, @Nullable PayloadSize members) {
        this.values = values;
        this.validator = validator;
        this.members = members;
    }

    Entries copy() {
        return new Entries(new LinkedHashMap<>(values), validator, members);
    }

    Set<String> keys() {
        return KeyCopies.of(values.keySet());
    }

    JsonObject toJson() {
        return new JsonObject(values);
    }

    Optional<JsonValue> get(String key) {
        return Optional.ofNullable(values.get(given(key, KEY, "choose a text")));
    }

    void insert(String key, Object value) {
        requireEntry(key, value);
        if (values.containsKey(key)) {
            throw new ContextKeyException.KeyExists(key);
        }
        put(key, value);
    }

    void update(String key, Object value) {
        requireEntry(key, value);
        if (!values.containsKey(key)) {
            throw new ContextKeyException.KeyAbsent(key, "updated");
        }
        put(key, value);
    }

    void put(String key, Object value) {
        requireEntry(key, value);
        JsonValue json = JavaToJson.convert(key, value, validator.limits());
        PayloadSize next = without(key).plus(validator.checkMember(key, json));
        int count = values.containsKey(key) ? values.size() : values.size() + 1;
        requireRoom(key, next, count);
        values.put(key, json);
        members = next;
    }

    private static void requireEntry(String key, Object value) {
        requireKey(key);
        given(value, () -> "the value of context key " + KeyText.quoted(key), "give JsonNull.NULL, or remove the key");
    }

    /** A blank text is JSON, but names nothing that a person could see. */
    static void requireKey(String key) {
        if (given(key, KEY, "choose a text").isBlank()) {
            throw new InvalidPayloadException(
                    PayloadPath.ROOT.key(key), "a context key must not be blank; choose a text");
        }
    }

    private void requireRoom(String key, PayloadSize next, int count) {
        PayloadLimits limits = validator.limits();
        long bracesAndCommas = 1L + count;
        if (next.bytes() + bracesAndCommas > limits.maxBytes()) {
            throw full(key, limits.maxBytes() + " bytes");
        }
        if (next.keys() > limits.maxKeys()) {
            throw full(key, limits.maxKeys() + " keys");
        }
    }

    private static InvalidPayloadException full(String key, String limit) {
        return new InvalidPayloadException(
                PayloadPath.ROOT.key(key),
                "with it the context has more than " + limit
                        + "; remove keys that are not needed, store large data elsewhere, or raise the limit");
    }

    void remove(String key) {
        PayloadSize rest = without(key);
        values.remove(key);
        members = rest;
    }

    private PayloadSize without(String key) {
        JsonValue present = values.get(key);
        PayloadSize all = members();
        return present == null ? all : all.minus(MEASURE.checkMember(key, present));
    }

    private PayloadSize members() {
        if (members == null) {
            members = values.entrySet().stream()
                    .map(each -> MEASURE.checkMember(each.getKey(), each.getValue()))
                    .reduce(PayloadSize.ZERO, PayloadSize::plus);
        }
        return members;
    }
}
