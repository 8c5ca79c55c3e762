package io.cloacina.soak;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonBoolean;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws JSON values: of every kind, nested, with characters and numbers that databases stumble over. */
final class RandomPayload {

    private static final int[] AWKWARD = {
        0, 1, 8, 0x1f, '"', '\\', '/', '\'', '%', '{', '$', '?', ':', 0x7f, 0x80, 0x2028, 0xd800, 0xdfff, 0xfeff,
        0xffff, 0x1f600
    };
    private static final int DEEPEST = 6;
    private static final int MOST_CHILDREN = 5;
    private static final int LONGEST_TEXT = 40;

    private final SplittableRandom chance;

    RandomPayload(SplittableRandom chance) {
        this.chance = chance;
    }

    JsonValue next() {
        return value(0);
    }

    private JsonValue value(int depth) {
        return switch (chance.nextInt(depth < DEEPEST ? 8 : 6)) {
            case 0 -> JsonNull.NULL;
            case 1 -> chance.nextBoolean() ? JsonBoolean.TRUE : JsonBoolean.FALSE;
            case 2, 3 -> new JsonNumber(number());
            case 4, 5 -> new JsonString(text());
            case 6 -> array(depth);
            default -> object(depth);
        };
    }

    private JsonValue array(int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (int i = chance.nextInt(MOST_CHILDREN); i > 0; i--) {
            elements.add(value(depth + 1));
        }
        return new JsonArray(elements);
    }

    private JsonValue object(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = chance.nextInt(MOST_CHILDREN); i > 0; i--) {
            members.put(text(), value(depth + 1));
        }
        return new JsonObject(members);
    }

    private BigDecimal number() {
        int digits = 1 + chance.nextInt(60);
        BigInteger unscaled = new BigInteger(digits, new java.util.Random(chance.nextLong()));
        return new BigDecimal(chance.nextBoolean() ? unscaled : unscaled.negate(), chance.nextInt(-400, 400));
    }

    /** Mostly plain: a text that is refused spoils the whole payload. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = chance.nextInt(LONGEST_TEXT); i > 0; i--) {
            text.appendCodePoint(character());
        }
        return text.toString();
    }

    private int character() {
        return switch (chance.nextInt(60)) {
            case 0 -> AWKWARD[3 + chance.nextInt(AWKWARD.length - 3)];
            case 1 -> chance.nextInt(20) == 0 ? AWKWARD[chance.nextInt(AWKWARD.length)] : 'x';
            case 2 -> chance.nextInt(0xa0, 0xd7ff);
            default -> chance.nextInt('a', 'z' + 1);
        };
    }
}
