package io.cloacina.runner.internal.json;

import io.cloacina.domain.context.KeyMap;
import io.cloacina.domain.context.UnreadableContextException;
import io.cloacina.domain.context.WrittenContext;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.StoredContext;

/**
 * Between what a writer leaves behind and its two stored texts, see {@link StoredContext}. Reading is strict: a task never
 * runs on a part of its input.
 */
public final class ContextCodec {

    private ContextCodec() {}

    /** What is stored for a writer. */
    public static StoredContext encode(ContextRef ref, WrittenContext context) {
        return new StoredContext(
                ref, context.keys().toJson().canonical(), context.written().canonical());
    }

    /**
     * Reads {@link StoredContext#keys()}.
     *
     * @throws UnreadableContextException if it is not an object of ordinals; names the writer and shows no content
     */
    public static KeyMap keys(ContextRef ref, String text) {
        return KeyMap.fromJson(object(ref, "keys", text));
    }

    /**
     * Reads {@link StoredContext#written()}.
     *
     * @throws UnreadableContextException if it is not an object; names the writer and shows no content
     */
    public static JsonObject written(ContextRef ref, String text) {
        return object(ref, "values", text);
    }

    private static JsonObject object(ContextRef ref, String part, String text) {
        JsonValue value = parse(ref, part, text);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw damaged(ref, part, "expected an object, found " + value.kind());
    }

    private static JsonValue parse(ContextRef ref, String part, String text) {
        try {
            return JsonText.parse(text);
        } catch (UnreadableJsonException e) {
            throw damaged(ref, part, e.fault());
        }
    }

    private static UnreadableContextException damaged(ContextRef ref, String part, String fault) {
        String writer = ref.writer() == ContextRef.INITIAL ? "the start" : "task number " + ref.writer();
        return new UnreadableContextException(
                "the stored " + part + " of " + writer + " of execution " + ref.execution() + " are damaged, " + fault);
    }
}
