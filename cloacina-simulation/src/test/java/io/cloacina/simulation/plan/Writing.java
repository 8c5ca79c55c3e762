package io.cloacina.simulation.plan;

import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a body writes: it follows from the body's name, its attempt and everything that it read. */
public final class Writing {

    private Writing() {}

    /** Each key with its value, or empty where it is removed. */
    public static Map<String, Optional<JsonValue>> of(Chore chore, int attempt, JsonObject input) {
        Map<String, Optional<JsonValue>> written = new TreeMap<>();
        for (Write write : chore.writes()) {
            long digest = digest(chore.id() + attempt + write.key() + input.canonical());
            written.put(write.key(), value(write.kind(), chore, digest));
        }
        return written;
    }

    private static Optional<JsonValue> value(Write.Kind kind, Chore chore, long digest) {
        return switch (kind) {
            case TEXT ->
                Optional.of(new JsonString("t" + digest % 3 + " by " + chore.id() + " " + Long.toHexString(digest)));
            case NUMBER -> Optional.of(JsonNumber.of(digest % 10));
            case REMOVAL -> Optional.empty();
        };
    }

    private static long digest(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash >>> 20;
    }
}
