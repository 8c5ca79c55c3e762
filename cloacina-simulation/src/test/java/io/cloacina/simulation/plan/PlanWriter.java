package io.cloacina.simulation.plan;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as text that {@link PlanReader} makes the same plan of, whatever is drawn from its seed by then. Each record is its
 * name and its components; workflows, tasks and steps have a line each.
 */
public final class PlanWriter {

    private static final List<Class<?>> ON_LINES_OF_THEIR_OWN = List.of(Blueprint.class, Chore.class, Step.class);

    private PlanWriter() {}

    public static String write(Plan plan) {
        return written(plan, "\n  ");
    }

    /** @param newLine the end of a line and what the next one begins with */
    private static String written(@Nullable Object value, String newLine) {
        if (value instanceof Record record) {
            return written(record, newLine);
        } else if (value instanceof List<?> list) {
            return written(list, newLine);
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(Object::toString).collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }

    private static String written(Record record, String newLine) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + written(valueOf(component, record), newLine))
                .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "(", ")"));
    }

    private static String written(List<?> list, String newLine) {
        boolean onLines =
                !list.isEmpty() && ON_LINES_OF_THEIR_OWN.contains(list.get(0).getClass());
        String before = onLines ? newLine : "";
        return list.stream()
                .map(each -> before + written(each, newLine + "  "))
                .collect(Collectors.joining(onLines ? "," : ", ", "[", "]"));
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
