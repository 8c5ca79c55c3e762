package io.cloacina.runnertests;

import io.cloacina.domain.json.JsonArray;
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
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A value that somebody may want to store.
 *
 * @param value made when it is needed: some are as large as the heap allows
 * @param verdict the canonical text that is read back, whole or as {@link #shortened}; or {@code refused} and a word of why
 */
record PayloadCase(String name, Supplier<Object> value, String verdict) {

    private static final int SHOWN = 60;

    static List<PayloadCase> all() {
        return Stream.of(sizes(), depths(), texts(), numbers(), shapes())
                .flatMap(List::stream)
                .toList();
    }

    /** A text that is too long to be compared by eye, by its length and hash. */
    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.length() + " characters, hash " + text.hashCode();
    }

    private static PayloadCase kept(String name, Supplier<Object> value, String canonical) {
        return new PayloadCase(name, value, shortened(canonical));
    }

    private static PayloadCase refused(String name, Supplier<Object> value, String why) {
        return new PayloadCase(name, value, "refused: " + why);
    }

    private static List<PayloadCase> sizes() {
        String million = "x".repeat(1 << 20);
        return List.of(
                kept("half a mebibyte", () -> "x".repeat(1 << 19), '"' + "x".repeat(1 << 19) + '"'),
                refused("one mebibyte and its quotes", () -> million, "bytes"),
                refused("100 MB", () -> "x".repeat(100_000_000), "longer than"),
                refused("escapes that unfold", () -> "\u0001".repeat(300_000), "bytes"),
                refused("a million keys", () -> keys(1_000_000), "more than"),
                refused("100,001 keys", () -> keys(100_001), "100000 keys"),
                refused("a key of 10 MB", () -> Map.of("k".repeat(10_000_000), 1), "key"),
                refused("a key of 1,001", () -> Map.of("k".repeat(1_001), 1), "key"),
                kept("a key of 1,000", () -> Map.of("k".repeat(1_000), 1), "{\"" + "k".repeat(1_000) + "\":1}"),
                refused("a bomb that unfolds", PayloadCase::bomb, "bytes"));
    }

    private static Map<String, Object> keys(int count) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            keys.put(Integer.toString(number, 36), true);
        }
        return keys;
    }

    private static JsonValue bomb() {
        JsonValue bomb = new JsonString("boom");
        for (int level = 0; level < 50; level++) {
            bomb = JsonArray.of(bomb, bomb);
        }
        return bomb;
    }

    private static List<PayloadCase> depths() {
        return List.of(
                kept("depth 100", () -> nested(99), "[".repeat(99) + "]".repeat(99)),
                refused("depth 101", () -> nested(100), "deep"),
                refused("depth 501", () -> nested(501), "deep"),
                refused("depth 1001", () -> nested(1_001), "deep"),
                refused("depth 100,000", () -> nested(100_000), "deep"));
    }

    private static JsonValue nested(int levels) {
        JsonArray nested = JsonArray.EMPTY;
        for (int level = 1; level < levels; level++) {
            nested = JsonArray.of(nested);
        }
        return nested;
    }

    private static List<PayloadCase> texts() {
        List<PayloadCase> texts = new ArrayList<>();
        hostileTexts()
                .forEach((name, text) -> texts.add(
                        isStorable(text)
                                ? kept("text: " + name, () -> text, new JsonString(text).canonical())
                                : refused("text: " + name, () -> text, text.indexOf(0) >= 0 ? "NUL" : "surrogate")));
        hostileTexts()
                .forEach((name, text) -> texts.add(
                        isStorable(text)
                                ? kept(
                                        "key: " + name,
                                        () -> Map.of(text, 1),
                                        "{" + new JsonString(text).canonical() + ":1}")
                                : refused(
                                        "key: " + name,
                                        () -> Map.of(text, 1),
                                        text.indexOf(0) >= 0 ? "NUL" : "surrogate")));
        return texts;
    }

    private static boolean isStorable(String text) {
        return text.indexOf(0) < 0 && text.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000);
    }

    /** Texts that one database or another, a driver, a terminal or a log takes amiss. */
    static Map<String, String> hostileTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("NUL", "a\u0000b");
        texts.put("high half", "a\uD800b");
        texts.put("low half", "\uDC00");
        texts.put("halves in the wrong order", "\uDC00\uD800");
        texts.put("last half", "tail\uDBFF");
        texts.put("beyond the first plane", "\uD83D\uDE00\uDBFF\uDFFF");
        texts.put("no character", "\uFFFF\uFFFE");
        texts.put("byte order mark", "\uFEFFa");
        texts.put("line separators", "a\u2028b\u2029c\u0085d");
        texts.put("controls", "a\u0001\u001B[31m\u007F\r\n\tb");
        texts.put("from right to left", "a\u202Egnp.exe\u2066");
        texts.put("composed", "\u00e9");
        texts.put("combined", "e\u0301");
        texts.put("quotes", "'; drop table x; -- \" \\ \\u0000 ${schema} :name ?1 %s");
        texts.put("number", "1e5");
        texts.put("null", "null");
        return texts;
    }

    private static List<PayloadCase> numbers() {
        return List.of(
                refused("NaN", () -> Double.NaN, "finite"),
                refused("infinity", () -> Double.POSITIVE_INFINITY, "finite"),
                refused("minus infinity", () -> Float.NEGATIVE_INFINITY, "finite"),
                kept("1e400", () -> new BigDecimal("1e400"), "1" + "0".repeat(400)),
                refused("1e401", () -> new BigDecimal("1e401"), "places"),
                refused("1e131071", () -> new BigDecimal("1e131071"), "places"),
                refused("1e1000000000", () -> new BigDecimal("1e1000000000"), "places"),
                refused("1e-1000000000", () -> new BigDecimal("1e-1000000000"), "places"),
                refused("many 1e131071", () -> List.of(new BigDecimal("1e131071"), 1), "places"),
                kept("2^63", () -> BigInteger.TWO.pow(63), "9223372036854775808"),
                kept("2^53 + 1", () -> (1L << 53) + 1, "9007199254740993"),
                kept("40 digits", () -> new BigInteger("1234567890".repeat(4)), "1234567890".repeat(4)),
                kept("500 digits", () -> digits(250, 250), "7".repeat(250) + "." + "7".repeat(250)),
                refused("501 digits", () -> digits(251, 250), "digits"),
                kept("400 places", () -> digits(0, 400), "0." + "7".repeat(400)),
                refused("401 places", () -> digits(0, 401), "places"),
                kept("1.10", () -> new BigDecimal("1.10"), "1.1"),
                kept("-0.0", () -> -0.0, "0"),
                kept("1e2", () -> new BigDecimal("1e2"), "100"),
                kept("0.1f", () -> 0.1f, "0.1"),
                kept("smallest double", () -> Double.MIN_VALUE, new JsonNumber(new BigDecimal("4.9e-324")).canonical()),
                kept(
                        "largest double",
                        () -> Double.MAX_VALUE,
                        new JsonNumber(new BigDecimal("1.7976931348623157e308")).canonical()));
    }

    private static BigDecimal digits(int beforeThePoint, int behindIt) {
        return new BigDecimal("0" + "7".repeat(beforeThePoint) + "." + "7".repeat(behindIt));
    }

    private static List<PayloadCase> shapes() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        return List.of(
                refused("a list that contains itself", () -> circle, "contains itself"),
                refused("a map with a key that is no text", () -> Map.of(1, 2), "not a String"),
                refused(
                        "a key twice",
                        () -> JsonObject.builder().add("k", 1).add("k", 2).build(),
                        "twice"),
                refused("a thread", Thread::currentThread, "refused"),
                kept(
                        "what looks like a class",
                        () -> Map.of("@class", "javax.script.ScriptEngineManager"),
                        "{\"@class\":\"javax.script.ScriptEngineManager\"}"),
                kept("nothing", List::of, "[]"),
                kept("a value of no type", Optional::empty, "null"),
                kept(
                        "keys in no order",
                        () -> new LinkedHashMap<>(Map.of("b", 1, "a", 2, "\u00e9", 3)),
                        "{\"a\":2,\"b\":1,\"\u00e9\":3}"));
    }
}
