package io.cloacina.runner;

import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.WakeUps;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;

/** A store whose look for expired leases does not return before somebody says so. */
record HangingSweep(ExecutionStore good, CountDownLatch over) implements ExecutionStore {

    @Override
    public StoreTraits traits() {
        return good.traits();
    }

    @Override
    public void define(Collection<StoredDefinition> definitions) {
        good.define(definitions);
    }

    @Override
    public <T> T transact(Lane lane, TransactionWork<T> work) {
        return good.transact(lane, work);
    }

    @Override
    public ExecutionQueries queries() {
        return (ExecutionQueries) Proxy.newProxyInstance(
                ExecutionQueries.class.getClassLoader(),
                new Class<?>[] {ExecutionQueries.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("expiredClaims")) {
                        Uninterrupted.await(over);
                    }
                    try {
                        return method.invoke(good.queries(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
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
