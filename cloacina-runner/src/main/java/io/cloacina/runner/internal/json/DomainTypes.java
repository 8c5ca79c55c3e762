package io.cloacina.runner.internal.json;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonBoolean;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Types that Jackson must treat otherwise than it would: our JSON values are JSON, and classes are no data, nor is what
 * {@link OnlyData} refuses.
 */
final class DomainTypes {

    private DomainTypes() {}

    static JacksonModule module() {
        SimpleModule module = new SimpleModule("cloacina");
        module.addSerializer(JsonValue.class, new TreeSerializer());
        addTree(module, JsonValue.class);
        addTree(module, JsonObject.class);
        addTree(module, JsonArray.class);
        addTree(module, JsonString.class);
        addTree(module, JsonNumber.class);
        addTree(module, JsonBoolean.class);
        addTree(module, JsonNull.class);
        module.addSerializer(Class.class, new ClassSerializer());
        module.setSerializerModifier(new OnlyData());
        return module.addDeserializer(Class.class, new ClassDeserializer());
    }

    private static <T extends JsonValue> void addTree(SimpleModule module, Class<T> kind) {
        module.addDeserializer(kind, new TreeDeserializer<>(kind));
    }

    private static final class TreeSerializer extends ValueSerializer<JsonValue> {
        @Override
        public void serialize(JsonValue value, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(value.canonical());
        }
    }

    private static final class TreeDeserializer<T extends JsonValue> extends ValueDeserializer<T> {
        private final Class<T> kind;

        TreeDeserializer(Class<T> kind) {
            this.kind = kind;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            JsonToken token = in.currentToken();
            JsonValue value = JsonText.read(in);
            return kind.isInstance(value) ? kind.cast(value) : context.reportInputMismatch(kind, "found " + token);
        }

        /** JSON null is a value of the tree, not the absence of one. */
        @Override
        public Object getNullValue(DeserializationContext context) {
            return kind.isInstance(JsonNull.NULL)
                    ? JsonNull.NULL
                    : context.reportInputMismatch(kind, "found JSON null");
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return context.reportInputMismatch(kind, "the property is missing");
        }
    }

    private static final class ClassSerializer extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator out, SerializationContext context) {
            throw new BindingFault.Refusal("a class is no data");
        }
    }

    private static final class ClassDeserializer extends ValueDeserializer<Class<?>> {
        @Override
        public Class<?> deserialize(JsonParser in, DeserializationContext context) {
            throw new BindingFault.Refusal("a class is no data: no class is loaded by a stored name");
        }
    }
}
