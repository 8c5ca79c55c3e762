package io.cloacina.domain.context;

import static java.util.Map.entry;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonBoolean;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads JSON values as Java objects: the types that {@link ContextView} lists by itself, others by the data binding. */
final class JsonToJava {

    /** What a value is as the target type; null when it is not of that type. */
    private interface Reader {
        @Nullable
        Object read(JsonValue value);
    }

    private static final Map<Class<?>, Reader> READERS = Map.ofEntries(
            entry(String.class, of(JsonString.class, JsonString::value)),
            entry(Boolean.class, of(JsonBoolean.class, JsonBoolean::value)),
            entry(Byte.class, number(BigDecimal::byteValueExact)),
            entry(Short.class, number(BigDecimal::shortValueExact)),
            entry(Integer.class, number(BigDecimal::intValueExact)),
            entry(Long.class, number(BigDecimal::longValueExact)),
            entry(BigInteger.class, number(BigDecimal::toBigIntegerExact)),
            entry(BigDecimal.class, number(digits -> digits)),
            entry(Float.class, number(JsonToJava::finiteFloat)),
            entry(Double.class, number(JsonToJava::finiteDouble)),
            entry(Number.class, number(NaturalJava::number)),
            entry(List.class, of(JsonArray.class, NaturalJava::list)),
            entry(Map.class, of(JsonObject.class, NaturalJava::map)),
            entry(Object.class, NaturalJava::object));

    private JsonToJava() {}

    /** The value as that type; a primitive class stands for its wrapper. */
    static <T> T read(String key, JsonValue value, Class<T> type) {
        Class<T> target = wrapped(type);
        Reader known = readerOf(target);
        Object found = known == null ? bound(key, value, target) : known.read(value);
        if (found == null) {
            throw mismatch(key, value, target, null);
        }
        return target.cast(found);
    }

    private static <T> T bound(String key, JsonValue value, Class<T> target) {
        DataBinding binding = InstalledBinding.require(target);
        try {
            return binding.fromJson(value, target);
        } catch (DataBindingException doesNotFit) {
            throw mismatch(key, value, target, doesNotFit);
        }
    }

    @SuppressWarnings("unchecked") // the wrapper of int.class, a Class<Integer>, is a Class<Integer> too
    private static <T> Class<T> wrapped(Class<T> type) {
        return (Class<T>) MethodType.methodType(type).wrap().returnType();
    }

    private static @Nullable Reader readerOf(Class<?> target) {
        if (JsonValue.class.isAssignableFrom(target)) {
            return value -> target.isInstance(value) ? value : null;
        }
        if (target.isEnum()) {
            return of(JsonString.class, name -> constant(target, name.value()));
        }
        return READERS.get(target);
    }

    private static <J extends JsonValue> Reader of(Class<J> kind, Function<J, @Nullable Object> content) {
        return value -> kind.isInstance(value) ? content.apply(kind.cast(value)) : null;
    }

    private static @Nullable Object constant(Class<?> target, String name) {
        return Stream.of(Objects.requireNonNull(target.getEnumConstants()))
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Reader number(Function<BigDecimal, @Nullable Object> conversion) {
        return of(JsonNumber.class, number -> {
            try {
                return conversion.apply(number.value());
            } catch (ArithmeticException doesNotFit) {
                return null;
            }
        });
    }

    private static @Nullable Float finiteFloat(BigDecimal number) {
        float nearest = number.floatValue();
        return Float.isFinite(nearest) ? nearest : null;
    }

    private static @Nullable Double finiteDouble(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest) ? nearest : null;
    }

    private static ContextKeyException.TypeMismatch mismatch(
            String key, JsonValue value, Class<?> target, @Nullable Throwable cause) {
        boolean doesNotFit = value instanceof JsonNumber && Number.class.isAssignableFrom(target);
        String found = doesNotFit ? "number that does not fit" : value.kind();
        return new ContextKeyException.TypeMismatch(key, target.getSimpleName(), found, cause);
    }
}
