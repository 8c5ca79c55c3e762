package io.cloacina.runner.internal.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cloacina.domain.context.DataBinding;
import io.cloacina.domain.context.DataBindingException;
import io.cloacina.domain.json.JsonValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Records, POJOs, dates and the like as JSON and back, by Jackson. Made by {@link java.util.ServiceLoader}. Thread-safe.
 *
 * <p>What it decides, so that stored data outlives the code that wrote it:
 *
 * <ul>
 *   <li>No class name is written or obeyed: no default typing, and {@link JsonTypeInfo} by class is refused. Logical names
 *       ({@code use = NAME}) work.
 *   <li>Unknown properties are ignored: during a rolling upgrade or after a rollback, older code reads what newer code
 *       wrote. A record that must not lose them can collect them ({@code @JsonAnySetter}).
 *   <li>A null primitive is refused, and so is one that a constructor misses, a text for a number or the reverse, a fraction for an int, a number too large:
 *       nothing is rounded, truncated or guessed. Only {@code float} and {@code double} take the nearest value.
 *   <li>Times are ISO 8601 texts with their own offset and zone; enums are the names of their constants.
 *   <li>What is no data is refused, and never stored as an empty object: a lambda, an exception, a thread, an object without
 *       properties. A record without components is data.
 *   <li>NaN and infinities are refused. Objects that contain themselves are refused.
 *   <li>No Jackson module of the class path is picked up: two processes must not read one database differently.
 * </ul>
 */
public final class JacksonBinding implements DataBinding {

    private final JsonMapper mapper = JsonMapper.builder(JacksonFormat.factory())
            .annotationIntrospector(new BindingRules())
            .addModule(DomainTypes.module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, JacksonBinding::onlyText)
            .disable(
                    DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
                    DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                    DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private static void onlyText(MutableCoercionConfig coercion) {
        coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    @Override
    public JsonValue toJson(Object value) {
        BoundedWriter text = new BoundedWriter(JacksonFormat.MAX_TEXT);
        try (JsonGenerator generator = new FiniteNumbers(mapper.createGenerator(text))) {
            mapper.writeValue(generator, value);
        } catch (RuntimeException e) { // Jackson's own, and what it lets through from user code
            throw BindingFault.writing(value.getClass(), e);
        }
        return parsed(value.getClass(), text.toString());
    }

    private static JsonValue parsed(Class<?> type, String text) {
        try {
            return JsonText.parse(text);
        } catch (UnreadableJsonException e) {
            throw new DataBindingException("An object of " + type.getName()
                    + " cannot be turned into JSON: the text is refused, " + e.fault());
        }
    }

    @Override
    public <T> T fromJson(JsonValue value, Class<T> type) {
        T found;
        try (JsonParser parser = new FiniteReads(mapper.createParser(value.canonical()))) {
            found = mapper.readValue(parser, type);
        } catch (RuntimeException e) { // Jackson's own, and what it lets through from user code
            throw BindingFault.reading(type, e);
        }
        if (found == null) {
            throw new DataBindingException("JSON " + value.kind() + " cannot be read as " + type.getName()
                    + ": it stands for null. Read it as an Optional, or as JsonValue.");
        }
        return found;
    }
}
