package io.cloacina.runner.internal.json;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.std.ToEmptyObjectSerializer;

/**
 * Refuses objects that are no data, although Jackson would write something for them that nobody could read back: an empty
 * object for a function ({@link FunctionalInterface} is an annotation, and whatever bears one may be empty on purpose), or
 * whatever getters a type of the Java platform happens to have ({@code {"empty":true}} for a {@code BitSet}, a stack trace
 * full of class names for an exception). A record without components is data: its being there is what it says.
 */
final class OnlyData extends ValueSerializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription.Supplier bean, ValueSerializer<?> serializer) {
        boolean byProperties =
                serializer instanceof BeanSerializerBase || serializer instanceof ToEmptyObjectSerializer;
        return Optional.of(bean.getBeanClass())
                .filter(type -> byProperties)
                .flatMap(type -> objection(type, serializer))
                .<ValueSerializer<?>>map(Refusing::new)
                .orElse(serializer);
    }

    private static Optional<String> objection(Class<?> type, ValueSerializer<?> serializer) {
        if (isLambda(type) || (isFunction(type) && !hasContent(type, serializer))) {
            return Optional.of("a lambda or another function is code, not data; put what it gives");
        } else if (Throwable.class.isAssignableFrom(type)) {
            return Optional.of("an exception is no data; put what must be known of it");
        } else if (isOfThePlatform(type)) {
            return Optional.of("Jackson knows no notation for " + type.getName()
                    + "; put its content as a record, a list or a map");
        }
        return Optional.empty();
    }

    private static boolean isLambda(Class<?> type) {
        return type.isHidden() || type.isSynthetic();
    }

    private static boolean isFunction(@Nullable Class<?> type) {
        return type != null
                && (type.isAnnotationPresent(FunctionalInterface.class)
                        || isFunction(type.getSuperclass())
                        || Arrays.stream(type.getInterfaces()).anyMatch(OnlyData::isFunction));
    }

    private static boolean hasContent(Class<?> type, ValueSerializer<?> serializer) {
        return type.isRecord() || serializer.properties().hasNext();
    }

    private static boolean isOfThePlatform(Class<?> type) {
        return type.getClassLoader() == null || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
    }

    /** Stands in for the serializer of a type, so that a property of that type may still be null. */
    private static final class Refusing extends ValueSerializer<Object> {
        private final String reason;

        Refusing(String reason) {
            this.reason = reason;
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializationContext context) {
            throw new BindingFault.Refusal(reason);
        }
    }
}
