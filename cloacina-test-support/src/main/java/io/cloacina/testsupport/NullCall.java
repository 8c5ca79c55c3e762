package io.cloacina.testsupport;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One call of a {@link NullSweep}: a public entry, and arguments of which one is null or holds null. */
public final class NullCall {

    private final Executable entry;
    private final @Nullable Object receiver;
    private final @Nullable Object[] arguments;
    private final int place;

    NullCall(Executable entry, @Nullable Object receiver, @Nullable Object[] arguments, int place) {
        this.entry = entry;
        this.receiver = receiver;
        this.arguments = arguments;
        this.place = place;
    }

    /** Makes the call, and gives what it threw; empty if it returned. */
    public Optional<Throwable> thrown() {
        try {
            call();
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The call " + this + " cannot be made", e);
        }
    }

    private void call() throws ReflectiveOperationException {
        if (entry instanceof Constructor<?> constructor) {
            constructor.newInstance(arguments);
        } else {
            ((Method) entry).invoke(receiver, arguments);
        }
    }

    /** The call as one would write it: {@code Context.of(String, null)}; null inside a collection is {@code [null]}. */
    @Override
    public String toString() {
        String method = entry instanceof Constructor<?> ? "new" : entry.getName();
        Class<?>[] types = entry.getParameterTypes();
        return IntStream.range(0, types.length)
                .mapToObj(i -> i != place ? types[i].getSimpleName() : arguments[i] == null ? "null" : "[null]")
                .collect(Collectors.joining(", ", name(entry.getDeclaringClass()) + "." + method + "(", ")"));
    }

    /** The name of a class within its package: {@code Explanation.TaskWait}. */
    static String name(Class<?> type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.replace('$', '.');
    }
}
