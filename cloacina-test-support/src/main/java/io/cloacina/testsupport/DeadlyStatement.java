package io.cloacina.testsupport;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Ends this JVM as {@code kill -9} would, once a statement has taken effect: no hook, no finally, no flush. Thread-safe. */
public final class DeadlyStatement {

    /** The exit code of a process that ended so. */
    public static final int EXIT_CODE = 137;

    private final String fragment;

    private DeadlyStatement(String fragment) {
        this.fragment = fragment;
    }

    /** A source on whose connections the first statement that contains the fragment is the last one. */
    public static DataSource in(DataSource source, String fragment) {
        return new DeadlyStatement(fragment).around(DataSource.class, source, "");
    }

    /** @param prepared the statement's own text, if it was prepared with one */
    private <T> T around(Class<T> type, Object target, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                DeadlyStatement.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer(target, prepared, method, arguments)));
    }

    private @Nullable Object answer(
            Object target, String prepared, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        Object result = pass(target, method, arguments);
        String text = text(arguments).orElse(prepared);
        if (method.getName().startsWith("execute") && text.contains(fragment)) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        if (result instanceof Connection || result instanceof Statement) {
            return around(method.getReturnType(), result, text);
        }
        return result;
    }

    private static @Nullable Object pass(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Optional<String> text(@Nullable Object @Nullable [] arguments) {
        return Stream.ofNullable(arguments)
                .flatMap(Arrays::stream)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }
}
