package io.cloacina.adapter.sqlite;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands in front of a JDBC object and answers some of its methods itself. */
interface Delegation extends InvocationHandler {

    /** The object behind. */
    Object target();

    /** Answers a call; {@link #pass} hands it on. */
    @Nullable
    Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;

    @Override
    default @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> answer(method, arguments);
        };
    }

    /** Calls the object behind, and throws what it throws. */
    default @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target(), arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** The object to hand out. */
    default <T> T as(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? Delegation.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                this));
    }
}
