package io.cloacina.runner;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A store whose look for expired leases does not return before somebody says so. */
final class HangingSweep extends ForwardingStore {

    private final CountDownLatch over;
    private final CompletableFuture<Thread> hanging = new CompletableFuture<>();

    HangingSweep(ExecutionStore good, CountDownLatch over) {
        super(good);
        this.over = over;
    }

    /** The thread that hangs, once it does. */
    Thread sweeper() {
        return hanging.join();
    }

    @Override
    public ExecutionQueries queries() {
        return (ExecutionQueries) Proxy.newProxyInstance(
                ExecutionQueries.class.getClassLoader(),
                new Class<?>[] {ExecutionQueries.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("expiredClaims")) {
                        hanging.complete(Thread.currentThread());
                        Uninterrupted.await(over);
                    }
                    try {
                        return method.invoke(good.queries(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
