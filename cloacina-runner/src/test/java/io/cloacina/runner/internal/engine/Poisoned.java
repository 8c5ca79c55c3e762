package io.cloacina.runner.internal.engine;

import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.WakeUps;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;

/** A store in which the JVM fails each time an execution of {@link #PRIORITY} is admitted. */
record Poisoned(ExecutionStore good) implements ExecutionStore {

    static final int PRIORITY = 13;

    @Override
    public <T> T transact(Lane lane, TransactionWork<T> work) {
        return good.transact(lane, transaction -> work.in(poisoned(transaction)));
    }

    private static StoreTransaction poisoned(StoreTransaction transaction) {
        return (StoreTransaction) Proxy.newProxyInstance(
                Poisoned.class.getClassLoader(),
                new Class<?>[] {StoreTransaction.class},
                (proxy, method, arguments) -> call(transaction, method, arguments));
    }

    private static Object call(StoreTransaction transaction, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("admit")) {
            for (Object newcomer : (List<?>) arguments[0]) {
                if (((NewExecution) newcomer).priority() == PRIORITY) {
                    throw new StackOverflowError("planted");
                }
            }
        }
        try {
            return method.invoke(transaction, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    @Override
    public StoreTraits traits() {
        return good.traits();
    }

    @Override
    public void define(Collection<StoredDefinition> definitions) {
        good.define(definitions);
    }

    @Override
    public ExecutionQueries queries() {
        return good.queries();
    }

    @Override
    public WakeUps wakeUps() {
        return good.wakeUps();
    }

    @Override
    public void close() {
        good.close();
    }
}
