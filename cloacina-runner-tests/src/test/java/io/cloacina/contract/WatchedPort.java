package io.cloacina.contract;

import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore.TransactionWork;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.WakeUps;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Stands before a store, its queries, its wake-ups and its transactions, and tells which methods of them are called. */
final class WatchedPort {

    private final BiConsumer<Class<?>, Method> called;
    private boolean begun;

    /** @param called given the port and its method */
    WatchedPort(BiConsumer<Class<?>, Method> called) {
        this.called = called;
    }

    /** From now on it tells. */
    void begin() {
        begun = true;
    }

    <T> T as(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                WatchedPort.class.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(port, real, method, arguments)));
    }

    private @Nullable Object call(Class<?> port, Object real, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (begun) {
            called.accept(port, method);
        }
        try {
            return watched(method.invoke(real, watched(arguments)));
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private @Nullable Object watched(@Nullable Object result) {
        if (result instanceof ExecutionQueries queries) {
            return as(ExecutionQueries.class, queries);
        }
        return result instanceof WakeUps wakeUps ? as(WakeUps.class, wakeUps) : result;
    }

    private @Nullable Object @Nullable [] watched(@Nullable Object @Nullable [] arguments) {
        if (arguments != null && arguments[arguments.length - 1] instanceof TransactionWork<?> work) {
            TransactionWork<?> watched = transaction -> work.in(as(StoreTransaction.class, transaction));
            return new Object[] {arguments[0], watched};
        }
        return arguments;
    }
}
