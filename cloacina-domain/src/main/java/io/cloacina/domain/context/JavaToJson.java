package io.cloacina.domain.context;

import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonBoolean;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.domain.json.PayloadPath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns one Java object into JSON. Strings, booleans, numbers, enums (by the name of their constant), optionals,
 * collections, maps with string keys, arrays of objects and JSON values need no help; the rest goes to the data binding.
 * Collections that contain themselves, or pretend to billions of elements, are refused as soon as they pass the limits.
 */
final class JavaToJson {

    private final PayloadLimits limits;
    private int values;

    private JavaToJson(PayloadLimits limits) {
        this.limits = limits;
    }

    /**
     * The JSON of a value that is to be a member of a context. Small enough to look at, but not checked otherwise. All of it is
     * counted before anything is made: what is refused takes no memory.
     */
    static JsonValue convert(String key, Object value, PayloadLimits limits) {
        PayloadPath path = PayloadPath.ROOT.key(key);
        new JavaToJson(limits).count(path, 1, value);
        return new JavaToJson(limits).convert(path, 1, value);
    }

    private void count(PayloadPath path, int depth, @Nullable Object given) {
        Object value = unwrapped(given);
        if (value instanceof Collection<?> collection) {
            countAll(path, entered(path, depth, collection.size()), collection);
        } else if (value instanceof Map<?, ?> map) {
            int inside = entered(path, depth, map.size());
            map.forEach((name, member) -> count(name instanceof String key ? path.key(key) : path, inside, member));
        } else if (value instanceof Object[] array) {
            countAll(path, entered(path, depth, array.length), Arrays.asList(array));
        }
    }

    private void countAll(PayloadPath path, int depth, Collection<?> collection) {
        int index = 0;
        for (Object each : collection) {
            count(path.index(index), depth, each);
            index++;
        }
    }

    private JsonValue convert(PayloadPath path, int depth, @Nullable Object given) {
        Object value = unwrapped(given);
        if (value instanceof Collection<?> collection) {
            return array(path, entered(path, depth, collection.size()), collection);
        } else if (value instanceof Map<?, ?> map) {
            return object(path, entered(path, depth, map.size()), map);
        } else if (value instanceof Object[] array) {
            return array(path, entered(path, depth, array.length), Arrays.asList(array));
        }
        return value == null ? JsonNull.NULL : scalar(path, value);
    }

    private static @Nullable Object unwrapped(@Nullable Object value) {
        Object content = value;
        while (content instanceof Optional<?> optional) {
            content = optional.orElse(null);
        }
        return content;
    }

    /** Counts a level and all that is in it before any of it is looked at. */
    private int entered(PayloadPath path, int depth, int size) {
        if (depth >= limits.maxDepth()) {
            throw new InvalidPayloadException(
                    path, "it is nested deeper than " + depth + " levels, or contains itself");
        }
        int most = limits.maxBytes() / 2; // no value has less than a byte, and each has a comma
        if (size > most - values) {
            throw new InvalidPayloadException(path, "the payload has more than " + most + " values");
        }
        values += size;
        return depth + 1;
    }

    private JsonArray array(PayloadPath path, int depth, Collection<?> collection) {
        List<JsonValue> elements = new ArrayList<>(collection.size());
        for (Object each : collection) {
            elements.add(convert(path.index(elements.size()), depth, each));
        }
        return new JsonArray(elements);
    }

    private JsonObject object(PayloadPath path, int depth, Map<?, ?> map) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String key)) {
                throw new InvalidPayloadException(path, "the map has a key that is not a String");
            }
            members.put(key, convert(path.key(key), depth, value));
        });
        return new JsonObject(members);
    }

    private static JsonValue scalar(PayloadPath path, Object value) {
        if (value instanceof JsonValue json) {
            return json;
        } else if (value instanceof String string) {
            return new JsonString(string);
        } else if (value instanceof Boolean bool) {
            return JsonBoolean.of(bool);
        } else if (value instanceof Enum<?> constant) {
            return new JsonString(constant.name());
        } else if (value instanceof Number number) {
            return number(path, number);
        }
        return bound(path, value);
    }

    private static JsonValue number(PayloadPath path, Number number) {
        if (number instanceof BigDecimal decimal) {
            return new JsonNumber(decimal);
        } else if (number instanceof BigInteger integer) {
            return new JsonNumber(new BigDecimal(integer));
        } else if (number instanceof Double || number instanceof Float) {
            return floating(path, number);
        }
        boolean whole = number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte;
        return whole ? JsonNumber.of(number.longValue()) : bound(path, number);
    }

    private static JsonValue floating(PayloadPath path, Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new InvalidPayloadException(path, "a number must be finite, neither NaN nor infinite");
        }
        // by its shortest text: 0.1f is 0.1, not the double nearest to it
        return new JsonNumber(new BigDecimal(number.toString()));
    }

    private static JsonValue bound(PayloadPath path, Object value) {
        try {
            return InstalledBinding.require(value.getClass()).toJson(value);
        } catch (DataBindingException e) {
            throw new DataBindingException("The payload was refused at " + path + ". " + e.getMessage(), e);
        }
    }
}
