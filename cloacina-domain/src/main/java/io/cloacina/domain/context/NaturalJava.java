package io.cloacina.domain.context;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonBoolean;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSON is in Java when nobody says which type it should be: {@link ContextView} lists the types. */
final class NaturalJava {

    private static final int LONG_BITS = 63;

    private NaturalJava() {}

    /** Null for JSON null only. Lists and maps are unmodifiable. */
    static @Nullable Object object(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        } else if (value instanceof JsonNumber number) {
            return number(number.value());
        } else if (value instanceof JsonBoolean bool) {
            return bool.value();
        } else if (value instanceof JsonArray array) {
            return list(array);
        } else if (value instanceof JsonObject object) {
            return map(object);
        }
        return null;
    }

    /** A {@code Long} when it is one exactly, else a {@code BigDecimal}. */
    static Number number(BigDecimal number) {
        boolean whole = number.scale() <= 0;
        if (!whole) {
            return number;
        }
        BigInteger digits = number.toBigInteger();
        return digits.bitLength() <= LONG_BITS ? (Number) digits.longValue() : number;
    }

    static List<@Nullable Object> list(JsonArray array) {
        List<@Nullable Object> elements = new ArrayList<>();
        array.elements().forEach(each -> elements.add(object(each)));
        return Collections.unmodifiableList(elements);
    }

    static Map<String, @Nullable Object> map(JsonObject object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(name, object(value)));
        return Collections.unmodifiableMap(members);
    }
}
