package io.cloacina.domain.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Generates JSON values that are acceptable, and as odd as acceptable values can be. Equal seeds, equal values. */
public final class RandomJson {

    private static final String[] ODD = {
        "", "é", "€", "😀", "\uffff", "\ufeff", "\"", "\\", "/", "\u0001", "\n", "\u007f", "\u2028", "~", "key", "a.b"
    };

    private final SplittableRandom random;

    public RandomJson(SplittableRandom random) {
        this.random = random;
    }

    public JsonValue value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> JsonNull.NULL;
            case 1 -> JsonBoolean.of(random.nextBoolean());
            case 2, 3 -> new JsonNumber(number());
            case 4 -> new JsonString(string());
            case 5 -> array(depth - 1);
            default -> object(depth - 1);
        };
    }

    public JsonArray array(int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            elements.add(value(depth));
        }
        return new JsonArray(elements);
    }

    public JsonObject object(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put(string(), value(depth));
        }
        return new JsonObject(members);
    }

    public String string() {
        StringBuilder string = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            string.append(ODD[random.nextInt(ODD.length)]);
        }
        return string.toString();
    }

    /** A number of up to 60 digits whose last one is up to 400 places from the point. */
    public BigDecimal number() {
        byte[] digits = new byte[random.nextInt(1, 25)];
        random.nextBytes(digits);
        int scale = random.nextInt(3) == 0 ? random.nextInt(-340, 401) : random.nextInt(-3, 4);
        return new BigDecimal(new BigInteger(digits), scale);
    }
}
