package io.cloacina.simulation.plan;

import io.cloacina.simulation.store.Trouble;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PlanWriter} has written. Every component of a record must be there, by its name and in its place: when a record
 * changes, the texts that are kept are brought up to date by hand.
 */
public final class PlanReader {

    /** What an act may be. A new kind of act joins the list. */
    private static final List<Class<? extends Act>> ACTS = List.of(
            Submit.class,
            Cancel.class,
            Await.class,
            Crash.class,
            Pause.class,
            Redeploy.class,
            StepClock.class,
            StepStoreClock.class,
            Outage.class);

    private final Tokens tokens;

    private PlanReader(String text) {
        this.tokens = new Tokens(text);
    }

    /** @throws IllegalArgumentException if this is no plan */
    public static Plan read(String text) {
        PlanReader reader = new PlanReader(text);
        Plan plan = (Plan) reader.record(Plan.class);
        reader.tokens.requireEnd();
        return plan;
    }

    private @Nullable Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(of[0]) : troubles();
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord() || plain == Act.class ? record(plain) : word(plain, tokens.take());
    }

    private static @Nullable Object word(Class<?> type, String word) {
        if (word.equals("null")) {
            return null;
        } else if (type == Duration.class) {
            return Duration.parse(word);
        } else if (type == String.class) {
            return word.substring(1, word.length() - 1);
        } else if (type == boolean.class) {
            return Boolean.valueOf(word);
        } else if (type == int.class) {
            return Integer.valueOf(word);
        } else if (type == long.class) {
            return Long.valueOf(word);
        }
        return constant(type, word);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + type.getSimpleName() + " is " + name));
    }

    private List<Object> list(Type elements) {
        List<Object> list = new ArrayList<>();
        tokens.require("[");
        while (!tokens.takeIf("]")) {
            list.add(value(elements));
            tokens.takeIf(",");
        }
        return list;
    }

    private Map<Trouble, Integer> troubles() {
        Map<Trouble, Integer> rates = new TreeMap<>();
        tokens.require("{");
        while (!tokens.takeIf("}")) {
            Trouble kind = Trouble.valueOf(tokens.take());
            tokens.require("=");
            rates.put(kind, Integer.valueOf(tokens.take()));
            tokens.takeIf(",");
        }
        return rates;
    }

    private Object record(Class<?> expected) {
        String name = tokens.take();
        Class<?> type = expected == Act.class ? act(name) : expected;
        if (!type.getSimpleName().equals(name)) {
            throw new IllegalArgumentException("Not a " + type.getSimpleName() + " but '" + name + "'");
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        tokens.require("(");
        for (int i = 0; i < values.length; i++) {
            tokens.require(components[i].getName());
            tokens.require("=");
            values[i] = value(components[i].getGenericType());
            tokens.takeIf(",");
        }
        tokens.require(")");
        return made(type, components, values);
    }

    private static Class<? extends Act> act(String name) {
        return ACTS.stream()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No act is " + name));
    }

    private static Object made(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot make a " + type.getSimpleName(), e);
        }
    }
}
